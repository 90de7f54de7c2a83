import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct EvaluationTests {
  let evaluation = Evaluation(
    split: "on-path", truths: [1, 2, 3, 4], predictions: [1.25, 2.5, 2, 4],
    attributes: [.init("n", [3, 8, 9, 15]), .init("t", [2, 2, 5, 9])])

  @Test func aSliceKeepsItsRowsInOrder() {
    let large = evaluation.selecting(.of("n", 8...15))
    #expect(large.truths == [2, 3, 4] && large.predictions == [2.5, 2, 4])
    #expect(large.attributes.map(\.name) == ["n", "t"])
    #expect(large.attribute("t").values == [2, 5, 9])
    #expect(evaluation.rows(in: .of("n", 8...9).and(.of("t", 5...5))) == [2])
  }

  @Test func everythingIsEverythingAndNothingIsEmpty() {
    #expect(evaluation.selecting(.everything) == evaluation)
    #expect(evaluation.selecting(.of("n", 16...20)).count == 0)
  }

  @Test func anUnknownAttributeNamesTheKnownOnes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let evaluation = Evaluation(
        split: "on-path", truths: [1], predictions: [1], attributes: [.init("n", [3]), .init("t", [2])])
      _ = evaluation.selecting(.of("m", 1...2))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("no attribute \"m\" in on-path; it has: n, t"))
  }

  @Test func columnsOfUnequalLengthAreTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = Evaluation(split: "x", truths: [1, 2], predictions: [1], attributes: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = Evaluation(split: "x", truths: [1], predictions: [1], attributes: [.init("n", [])])
    }
    await #expect(processExitsWith: .failure) {
      _ = Evaluation(split: "x", truths: [1], predictions: [1], attributes: [.init("n", [1]), .init("n", [1])])
    }
  }
}
