import Data
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// Questions that take more loops than `graphs/looped` learned with.
@Suite struct WaitingSplitsTests {
  private static let seed = Seed(root: 3)

  @Test func whatIsFarApartIsFartherThanAnythingTrained() {
    let examples = GraphSplit.farApart.examples(0..<200, seed: Self.seed)
    #expect(examples.allSatisfy { 16...19 ~= $0.label && $0.graph.vertexCount == 20 && $0.graph.edges.count == 19 })
    #expect(Set(examples.map(\.label)) == [16, 17, 18, 19])
  }

  @Test func waitingChangesTheLabelOfTheUnreachableAlone() {
    let (published, waiting) = (GraphSplit.train, GraphSplit.train(waiting: 32))
    #expect(waiting.sizes == published.sizes && waiting.acceptance == published.acceptance)
    #expect(waiting.target == published.target && waiting.structure == published.structure)
    let labels = Set(waiting.examples(0..<500, seed: Self.seed).map(\.label))
    #expect(labels.contains(32) && labels.subtracting([32]).allSatisfy { $0 < 15 })
  }

  @Test func theLongestWaitIsTheLabelOfTheUnreachable() {
    let split = GraphSplit.anyTarget64Waited
    #expect(split.unreachableLabel == GraphSplit.longestWait && split.name != GraphSplit.anyTarget64.name)
    let labels = split.examples(0..<200, seed: Self.seed).map(\.label)
    #expect(labels.contains(64) && labels.contains { $0 < 15 })
  }

  /// Every split of a plan has a name, and a name means one split.
  @Test func noNameMeansTwoSplits() {
    var splits: [String: GraphSplit] = [:]
    for experiment in Experiment.all(.standard) + Experiment.all(.smoke) {
      for examples in experiment.asked.map(\.examples) + experiment.stages.map(\.examples) {
        guard let split = (examples.task as? GraphExamples)?.split else { continue }
        #expect(splits[split.name] ?? split == split, "\(experiment.id)")
        splits[split.name] = split
      }
    }
    #expect(splits.count > GraphSplit.published.count)
  }

  @Test func theReplicatesOfThirtyAreThoseOfLooped() {
    let (five, thirty) = (Experiment.loopedShortestPaths(.standard), Experiment.loopedThirtyTimes(.standard))
    for replicate in [0, 4] {
      let identities = [five, thirty].map { RunIdentity($0.plan, replicate: replicate, sources: .compiled).hexadecimal }
      #expect(identities[0] == identities[1])
    }
    #expect(thirty.replicates == 30 && thirty.isStudy && !five.isStudy)
  }

  @Test func errorsAreReadOfTheSameRuns() {
    let (shares, errors) = (Experiment.shortestPathsOnPath(.smoke), Experiment.shortestPathsErrors(.smoke))
    let identities = [shares, errors].map { RunIdentity($0.plan, replicate: 1, sources: .compiled).hexadecimal }
    #expect(identities[0] == identities[1] && errors.isStudy)
    #expect(errors.claims.allSatisfy { $0.slice == .hardUnseenGraphs && $0.metric == .squaredError })
  }

  /// Neither fine-tuning nor what it is set beside shows more examples than the other.
  @Test(arguments: [Profile.smoke, .standard, .paper])
  func theControlHasTheSameBudget(profile: Profile) {
    func examples(_ experiment: Experiment, _ stages: ClosedRange<Int>) -> Int {
      experiment.stages[stages].reduce(0) { $0 + $1.recipe.examples }
    }
    let both = examples(.shortestPathsOnPath(profile), 0...1)
    let alone = examples(.shortestPathsFromScratch(profile), 0...0)
    #expect(abs(both - alone) <= 128, "\(both) and \(alone)")
  }
}
