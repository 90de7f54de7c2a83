import Data
import Testing

@testable import Training

@Suite struct AmplificationAnswersTests {
  /// A run of before must be read as it was written: each measure's numbers, in their order.
  @Test(arguments: [AmplificationMeasure.learner, .average, .targets, .scripted(levels: 2), .asked(levels: 1)])
  func aQuestionHasTwoNumbers(measure: AmplificationMeasure) {
    let answers = AmplificationAnswers(measure, numbers: [0.25, 1, 0.5, 0, 1, 1])
    #expect(
      answers
        == .questions([
          .init(probability: 0.25, isGreedyRight: true), .init(probability: 0.5, isGreedyRight: false),
          .init(probability: 1, isGreedyRight: true),
        ]))
    #expect(answers.numbers == [0.25, 1, 0.5, 0, 1, 1])
  }

  @Test func aDivergedAnswerIsNoNumber() {
    let answers = AmplificationAnswers(.targets, numbers: [.nan, .nan, 1, .nan])
    guard case .questions(let graded) = answers else {
      Issue.record("targets are questions")
      return
    }
    #expect(graded.map(\.isGreedyRight) == [nil, nil] && graded[0].probability.isNaN && graded[1].probability == 1)
    #expect(answers.numbers.map(\.bitPattern) == [Float.nan, .nan, 1, .nan].map(\.bitPattern))
  }

  @Test func theTargetsOfAllDepthsComeFirst() {
    let answers = AmplificationAnswers(.theory(failureRate: 0.1), numbers: [0.75, 0.5, 1, 0.25])
    #expect(answers == .theory([.init(targets: 0.75, average: 1), .init(targets: 0.5, average: 0.25)]))
    #expect(answers.numbers == [0.75, 0.5, 1, 0.25])
  }

  @Test func ticksAndLogsAreWhatTheyWere() {
    #expect(AmplificationAnswers(.order, numbers: [4, 6, .infinity]) == .order(ticks: [4, 6, .infinity]))
    #expect(AmplificationAnswers.order(ticks: [4, 6, .infinity]).numbers == [4, 6, .infinity])
    var log = AmplificationLog(depths: 2...3)
    log.append(rightTargets: [1, 2], of: [5, 7])
    #expect(AmplificationAnswers(.log, numbers: log.numbers) == .log(log))
    #expect(AmplificationAnswers.log(log).numbers == [2, 3, 4, 1, 5, 2, 7])
  }

  @Test func nothingAnsweredIsAsManyZeros() {
    func nothing(_ measure: AmplificationMeasure) -> AmplificationAnswers { .nothing(measure, .tiny, rows: 3) }
    #expect(nothing(.average).numbers == [0, 0, 0, 0, 0, 0])
    #expect(nothing(.theory(failureRate: 0.1)).numbers == [0, 0, 0, 0, 0, 0])
    #expect(nothing(.order).numbers == [0, 0, 0, 0, 0])
    #expect(nothing(.log) == .log(AmplificationLog(depths: PowerSplit.tiny.depths)))
  }
}
