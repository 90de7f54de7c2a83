import Data
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// A split's name says its family. What is drawn goes by the names of before, so that no example moved.
@Suite struct SplitNamesTests {
  @Test func everyNameIsTheFamilysAndOnlyOnes() {
    for examples in Splits.suite.all { #expect(examples.name.hasPrefix("\(examples.family)/")) }
    #expect(Set(Splits.suite.names).count == Splits.suite.names.count)
  }

  @Test func everyOldNameIsRefusedWithTheNewOne() throws {
    for examples in Splits.suite.all {
      #expect(try Splits.suite.named(examples.name).name == examples.name)
      let problem = #expect(throws: UnknownName.self) { try Splits.suite.named(examples.task.seedLabel) }
      #expect(problem?.renamed == [examples.name])
      #expect(problem?.description.contains("It is called \(examples.name) now.") == true)
    }
    let never = #expect(throws: UnknownName.self) { try Splits.suite.named("never-was") }
    #expect(never?.renamed == [])
  }

  /// The labels below which replicates are asked: another one would be other questions.
  @Test(arguments: [
    (Examples.graphs(.train), "train"), (.vertices(.anyTarget64), "any-target-64"),
    (.mazeFields(.heldOut3To5, unreachable: 25), "held-out-3-5"), (.powers(.depth6), "powers-depth-6"),
    (.amplification(.tiny, .theory(failureRate: 0.1)), "powers-tiny theory"),
    (.amplification(.eightHeldOut(4), .average), "eight-depth-4 X_PA"),
    (.amplification(PowerSplit.tiny.ofDepths(2...2), .learner), "powers-tiny-d2-2 X"),
  ])
  func seedsGoByTheNamesOfBefore(examples: Examples, label: String) {
    #expect(examples.task.seedLabel == label)
    let root = Seed(root: 0x6765_6e62_656e_6368).child("replicate").child(4)
    let asked = AskedSplit(examples, count: 1)
    #expect(ReplicateSeeds(4).questions(of: asked).description == root.child("question").child(label).description)
    #expect(
      ReplicateSeeds(4).freshQuestions(of: asked).description == root.child("fresh question").child(label).description)
  }

  /// A fingerprint of a baseline goes through a replicate's seeds, the streams and the examples themselves.
  @Test(arguments: [
    "graphs/on-path", "mazes/tokens-path-absolute-one", "mazes/moves", "powers/reliable", "powers/higher-powers",
    "powers/squaring",
  ])
  func noExampleOfABaselineMoved(id: String) throws {
    let baseline = try #require(try Baseline.load(id, in: "\(PackageFolder.fixtures)/baselines/standard"))
    let drawn = try Experiment.named(id, .standard).datasetFingerprints.sorted { $0.name < $1.name }
    #expect(baseline.datasets == drawn)
  }

  /// In which order tokens stand has streams of its own, in training and in exports.
  @Test func tokensStandInTheOrderOfBefore() {
    let seed = Seed(root: 9)
    let task = MazeTokenSetting.all[0].task
    #expect(task.stream(of: .heldOut4, seed: seed).description == seed.child("tokens").child("held-out-4").description)
    let split = MazeSplit.train3To5
    var tokens = seed.child("tokens").child("train-3-5").generator(at: 6)
    let line = split.example(at: 6, seed: seed).jsonLine(split: split, using: &tokens)
    #expect(String(decoding: split.jsonLines(6..<7, seed: seed), as: UTF8.self) == line + "\n")
  }
}
