import Testing

@testable import Bench
@testable import Judging
@testable import Learning
@testable import Training

@Suite struct LoopedRivalsTests {
  /// As many of the same examples, as many loops, the same questions, and about as many parameters.
  @Test(arguments: Profile.allCases)
  func thePublishedNetworkLearnsFromTheSame(_ profile: Profile) {
    let published = Experiment.messagePassing(profile)
    let looped = Experiment.loopedShortestPaths(profile)
    #expect(published.stages == looped.stages && published.replicates == looped.replicates)
    #expect(published.asked == Experiment.loopedWithoutCounting(profile).asked)
    #expect(published.model.loops == looped.model.loops)
    #expect(Experiment.loopedUntied(profile).stages == looped.stages)
    // 8,612 of them are the block's; a kind of link more has two biases and 32 values.
    #expect(Experiment.loopedUntied(profile).model.layout.count == 8_805 + 14 * 8_612)
    let linked = Experiment.loopedAllLinked(profile)
    #expect(linked.stages.map(\.recipe) == looped.stages.map(\.recipe))
    for examples in linked.stages.map(\.examples) + linked.asked.map(\.examples) {
      #expect((examples.task as? GraphExamples)?.reading == .linkedVertices)
    }
    #expect(linked.asked.map(\.examples.name) == published.asked.map(\.examples.name))
    #expect(Experiment.loopedAllLinked(profile).model.layout.count == 8_805 + 34)
    #expect(published.model.layout.count == 9_066 && looped.model.layout.count == 8_805)
  }
}
