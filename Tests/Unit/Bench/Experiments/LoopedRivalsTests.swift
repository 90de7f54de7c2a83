import Testing

@testable import Bench
@testable import Judging
@testable import Learning
@testable import Training

@Suite struct LoopedRivalsTests {
  /// As many of the same examples, as many loops, the same questions, and about as many parameters.
  @Test(arguments: Profile.allCases)
  func thePublishedNetworkIsGivenAsMuch(_ profile: Profile) {
    let published = Experiment.messagePassing(profile)
    let looped = Experiment.loopedShortestPaths(profile)
    #expect(published.stages == looped.stages && published.replicates == looped.replicates)
    #expect(published.asked == Experiment.loopedWithoutCounting(profile).asked)
    #expect(published.model.loops == looped.model.loops)
    #expect(published.model.layout.count == 9_066 && looped.model.layout.count == 8_805)
  }
}
