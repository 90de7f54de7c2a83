import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ExposureTests {
  /// Two questions, two stages; three examples and one.
  let exposure = Exposure(seen: [[[1, 0, 0], [0, 0, 1]], [[0], [0]]])

  @Test func laterStagesAddToWhatWasSeen() {
    #expect(exposure.column(of: 0, over: [0]) == [1, 0, 0])
    #expect(exposure.column(of: 0, over: [0, 1]) == [1, 0, 1])
    #expect(exposure.column(of: 1, over: [0, 1]) == [0])
  }

  /// The share of a question's examples that were seen by the end of a stage.
  private func share(_ exposure: Exposure, upTo stage: Int) -> Double {
    let column = exposure.column(of: 0, over: Array(0...stage))
    return Double(column.count { $0 == 1 }) / Double(column.count)
  }

  /// Trains on graphs of some sizes, and is asked about others.
  static func experiment(train: ClosedRange<Int>, ask: ClosedRange<Int>, examples: Int) -> Experiment {
    var experiment = TinyExperiment.make(steps: examples, batch: 8, questions: 300)
    experiment.stages[0].examples = .graphs(TinyExperiment.split(train, named: "train"))
    experiment.stages[1].examples = .graphs(TinyExperiment.split(train, named: "train"))
    experiment.asked[0].examples = .graphs(TinyExperiment.split(ask))
    return experiment
  }

  @Test func everyGraphOfThreeVerticesIsSeen() {
    let exposure = Exposure(
      of: Self.experiment(train: 3...3, ask: 3...3, examples: 100).plan, replicate: 0, cores: Cores(2))
    #expect(share(exposure, upTo: 0) == 1)
  }

  @Test func whatLiesAtOtherDistancesIsNot() {
    func split(_ near: [GraphSplit.Acceptance.Probability], far: GraphSplit.Acceptance.Probability) -> Examples {
      .graphs(
        GraphSplit(
          name: "tiny", revision: 1, sizes: 4...6, acceptance: .init(near: near, far: far, unreachable: .never),
          target: .fixed(2), unreachableLabel: 15))
    }
    var experiment = Self.experiment(train: 4...6, ask: 4...6, examples: 100)
    experiment.stages[0].examples = split([.always], far: .never)
    experiment.stages[1].examples = split([.always, .always], far: .never)
    experiment.asked[0].examples = split([.never, .always], far: .never)
    let exposure = Exposure(of: experiment.plan, replicate: 0, cores: Cores(2))
    #expect(share(exposure, upTo: 0) == 0)
    // The second stage holds the distance asked for.
    #expect(share(exposure, upTo: 1) > 0.5)
  }

  @Test(arguments: [1, 2, 5])
  func itIsWhatAPlainSearchFinds(cores: Int) {
    let experiment = Self.experiment(train: 4...6, ask: 4...6, examples: 40)
    let exposure = Exposure(of: experiment.plan, replicate: 1, cores: Cores(cores))
    let seeds = ReplicateSeeds(1)
    let asked = experiment.asked[0].examples.keys(0..<300, seed: seeds.questions(of: experiment.asked[0]))
    for (place, stage) in experiment.stages.enumerated() {
      let learned = stage.examples.keys(0..<40 * 8, seed: seeds.stage(stage))
      #expect(exposure.seen[0][place] == asked.map { learned.contains($0) ? 1 : 0 })
    }
    let early = share(exposure, upTo: 0)
    #expect(early > 0.2 && early < 0.9)
    #expect(share(exposure, upTo: 1) > early)
  }

  @Test func freshQuestionsAreOthersAndSeenAsOften() {
    let experiment = Self.experiment(train: 4...6, ask: 4...6, examples: 40)
    let exposure = Exposure(of: experiment.plan, replicate: 1, cores: Cores(2))
    let (question, seeds) = (experiment.asked[0], ReplicateSeeds(1))
    let keys = question.examples.keys(0..<300, seed: seeds.freshQuestions(of: question))
    #expect(keys != question.examples.keys(0..<300, seed: seeds.questions(of: question)))
    let learned = experiment.stages.map { $0.examples.keys(0..<40 * 8, seed: seeds.stage($0)) }
    #expect(exposure.freshColumn(of: 0, over: [0]) == keys.map { learned[0].contains($0) ? 1 : 0 })
    let fresh = exposure.freshColumn(of: 0, over: [0, 1])!
    // Two shares of 300 differ by 0.041 (standard deviation, at most); four times that.
    #expect((Double(fresh.count { $0 == 1 }) / 300 - share(exposure, upTo: 1)).magnitude < 0.164)
    #expect(self.exposure.freshColumn(of: 0, over: [0, 1]) == nil)
  }

  @Test func bytesAreReadBackAndEveryTruncationIsRefused() throws {
    for exposure in [exposure, Exposure(seen: []), Exposure(seen: [[[1, 0]]], fresh: [[[0, 1]]])] {
      let bytes = exposure.bytes
      #expect(try Exposure(bytes: bytes) == exposure)
      for length in 0..<bytes.count {
        #expect(throws: ByteReader.Truncated.self) { try Exposure(bytes: Array(bytes[..<length])) }
      }
      #expect(throws: ByteReader.Truncated.self) { try Exposure(bytes: bytes + [0]) }
    }
  }
}
