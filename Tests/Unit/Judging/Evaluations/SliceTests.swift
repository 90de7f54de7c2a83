import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct SliceTests {
  @Test func aSliceIsNamedAfterItsRange() {
    #expect(Slice.of("n", 8...15).name == "n=8...15")
    #expect(Slice.of("t", 2...2).name == "t=2")
  }

  @Test func anOpenSliceHasNoLastValue() {
    let long = Slice.of("steps", 25...)
    #expect(long.name == "steps=25...")
    let evaluation = Evaluation(
      split: "s", truths: [0, 0, 0], predictions: [0, 0, 0],
      attributes: [Evaluation.Attribute("steps", [24, 25, .max])])
    #expect(evaluation.rows(in: long) == [1, 2])
  }

  /// How far a loop or a type of ours goes is nobody's question: sizes, steps and powers that are asked have two digits.
  @Test(arguments: Profile.allCases)
  func noNameTellsALimitOfOurs(profile: Profile) {
    for experiment in Experiment.all(profile) {
      for slice in experiment.asked.flatMap({ $0.examples.reportedSlices }) + experiment.claims.map(\.slice) {
        let numbers = slice.name.split { !$0.isNumber }
        #expect(numbers.allSatisfy { $0.count <= 2 }, "\(experiment.id): \(slice.name)")
      }
    }
  }

  @Test func bothSlicesMustHold() {
    let both = Slice.of("n", 8...15).and(.of("t", 2...2))
    #expect(both.name == "n=8...15 t=2")
    #expect(both.conditions == [.init("n", 8...15), .init("t", 2...2)])
  }

  @Test func everythingAddsNothing() {
    let large = Slice.of("n", 8...15)
    #expect(large.and(.everything) == large && Slice.everything.and(large) == large)
    #expect(Slice.everything.conditions.isEmpty)
  }
}
