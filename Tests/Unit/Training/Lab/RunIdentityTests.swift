import Data
import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct RunIdentityTests {
  static func identity(_ experiment: Experiment, replicate: Int = 0, sources: String = "00") -> RunIdentity {
    RunIdentity(
      experiment.plan, replicate: replicate, sources: SourceRevision(hexadecimal: sources, toolchain: "swift 6.3"))
  }

  /// Each changes one thing that decides a number.
  static let changes: [@Sendable (inout Experiment) -> Void] = [
    { $0.model = model { $0.width = 16 } }, { $0.model = model { $0.normOrder = .pre } },
    { $0.model = model { $0.activation = .geluTanh } },
    { $0.stages[0].name = "begin" }, { $0.stages[0].recipe.steps += 1 }, { $0.stages[1].recipe.batchSize += 1 },
    { $0.stages[1].recipe.shardCount += 1 }, { $0.stages[0].recipe.schedule = .constant(3.0000001e-3) },
    { $0.stages[0].recipe.gradientNormLimit = 1 }, { $0.stages[0].recipe.optimizer = .adam(beta2: 0.99) },
    { $0.stages[0].recipe.optimizer.decay = .decoupled }, { $0.stages.removeLast() }, { $0.stages.swapAt(0, 1) },
    { $0.stages[0].examples = .graphs(TinyExperiment.split(3...6, named: "train")) },
    { $0.stages[1].labels = .shuffled }, { $0.asked[0].count += 1 }, { $0.asked[0].examples = .graphs(.train) },
    { $0.asked.append(AskedSplit(.graphs(.train), count: 1)) },
    { $0.asked[0].examples = .vertices(TinyExperiment.split()) },
    { $0.asked[0].examples = .vertices(TinyExperiment.split(), named: true) },
    { $0.asked[0].loops = 2 },
    { $0.firstWeights = .handmade(HandmadeSearch(vertexCount: 5, constants: .published)) },
    { $0.firstWeights = .handmade(HandmadeSearch(vertexCount: 5, constants: .exact(vertexCount: 5))) },
    { $0.stages[0].perturbation = Perturbation("spread", .key) },
    { $0.stages[1].perturbation = Perturbation("spread", .key) },
    { $0.stages[0].perturbation = Perturbation("spread", .value) },
    { $0.stages[0].watch = Watch(everySteps: 7, count: 11) }, { $0.stages[0].watch = Watch(everySteps: 8, count: 11) },
    { $0.stages[0].watch = Watch(everySteps: 7, count: 12) },
    { $0.stages[0].watch = Watch(after: [7, 8], count: 11) }, { $0.stages[0].watch = Watch(after: [7, 9], count: 11) },
    { $0.stages[1].model = model { $0.width = 16 } }, { $0.stages[0].recipe.averaging = .horizon(3) },
    { $0.stages[0].recipe.averaging = .part(3) },
    { $0.stages[1].watch = Watch(everySteps: 7, count: 12, splits: ["graphs/tiny"]) },
  ]

  private static func model(_ change: (inout EncoderShape) -> Void) -> Architecture {
    var shape = TinyExperiment.model
    change(&shape)
    return .encoder(shape)
  }

  @Test func whateverDecidesANumberIsAnotherIdentity() {
    let experiment = TinyExperiment.make()
    var identities: Set = [Self.identity(experiment)]
    for change in Self.changes {
      var other = experiment
      change(&other)
      identities.insert(Self.identity(other))
    }
    identities.insert(Self.identity(experiment, replicate: 1))
    identities.insert(Self.identity(experiment, sources: "01"))
    #expect(identities.count == Self.changes.count + 3)
    #expect(identities.allSatisfy { $0.hexadecimal.isLowercaseHexadecimal })
  }

  @Test func whatDecidesNoNumberIsTheSameIdentity() {
    let experiment = TinyExperiment.make()
    var other = experiment
    other.id = "test/other"
    other.claim = "Something else."
    other.replicates = 7
    other.profile = .paper
    other.claims = [TinyExperiment.claim("stricter", atMost: 0.001, isControl: true)]
    #expect(Self.identity(other) == Self.identity(experiment))
  }

  @Test func aNewRevisionOfASplitIsAnotherIdentity() {
    var experiment = TinyExperiment.make()
    let first = Self.identity(experiment)
    experiment.asked[0].examples = .graphs(
      GraphSplit(
        name: "tiny", revision: 2, sizes: 3...5, acceptance: .reachable, target: .fixed(2), unreachableLabel: 15))
    #expect(Self.identity(experiment) != first)
  }
}
