import Data
import Testing

@testable import Storage

@Suite struct SuggestionTests {
  let known = [
    "graphs/on-path", "graphs/distances", "mazes/walls", "powers/binary", "never", "missing", "failed", "all",
  ]

  @Test(arguments: [
    ("graphs/on-paht", "graphs/on-path"), ("graph/distances", "graphs/distances"), ("NEVER", "never"),
    ("on-path", "graphs/on-path"), ("onpaht", "graphs/on-path"), ("wals", "mazes/walls"), ("mising", "missing"),
    ("al", "all"),
  ])
  func aSlipIsUnderstood(asked: String, meant: String) {
    #expect(Suggestion.nearest(to: asked, among: known).first == meant)
  }

  @Test(arguments: ["", "x", "zzzzzzzz", "swimming pools"])
  func nothingNearSuggestsNothing(asked: String) {
    #expect(Suggestion.nearest(to: asked, among: known).isEmpty)
  }

  @Test func theNearestComesFirstAndThreeAreEnough() {
    #expect(
      Suggestion.nearest(to: "claim-1", among: ["claim-33", "claim-2", "claim-1", "claim-3", "claim-4"]) == [
        "claim-1", "claim-2", "claim-3",
      ])
  }

  @Test func distancesCountSlips() {
    func distance(_ one: String, _ other: String) -> Int { Suggestion.editDistance(Array(one), Array(other)) }
    #expect(distance("", "abc") == 3 && distance("abc", "") == 3 && distance("abc", "abc") == 0)
    #expect(distance("kitten", "sitting") == 3)
    #expect(distance("ab", "ba") == 1)
  }

  @Test func anUnknownNameSaysWhatItCouldHaveBeen() {
    let problem = UnknownName(kind: "experiment", asked: "graphs/onpath", known: ["graphs/on-path", "mazes/walls"])
    #expect(
      problem.description == "unknown experiment \"graphs/onpath\". Did you mean graphs/on-path? "
        + "Known: graphs/on-path, mazes/walls")
    #expect(UnknownName(kind: "k", asked: "qqq", known: ["a"]).description == "unknown k \"qqq\". Known: a")
  }

  @Test func anOldNameIsToldItsNewOne() {
    let one = UnknownName(
      kind: "split", asked: "train", known: ["graphs/train", "mazes/train-4"], renamed: ["graphs/train"])
    #expect(
      one.description == "unknown split \"train\". It is called graphs/train now. Known: graphs/train, mazes/train-4")
    let two = UnknownName(kind: "k", asked: "a", known: ["x/a", "y/a"], renamed: ["x/a", "y/a"])
    #expect(two.description == "unknown k \"a\". It is called x/a or y/a now. Known: x/a, y/a")
  }
}
