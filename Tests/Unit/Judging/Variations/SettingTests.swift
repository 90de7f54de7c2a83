import Testing

@testable import Bench
@testable import Judging
@testable import Learning
@testable import Storage
@testable import Training

/// Numbers of a plan that are set by name.
@Suite struct SettingTests {
  private static func varied(_ experiment: Experiment, _ settings: String...) throws -> Experiment {
    try experiment.varied(by: Variation(replicates: nil, settings: settings))
  }

  @Test func eachNameSetsItsNumberAndNoOther() throws {
    let declared = Experiment.shortestPathsOnPath(.smoke)
    let varied = try Self.varied(
      declared, "train.rate=5e-4", "model.width=64", "fine-tune.batch=32", "train.warmup=7",
      "any-target renamed.steps=9",
      "any-target renamed.warmup=0", "train.endRate=1e-6", "train.weightDecay=0.5", "train.gradientNormLimit=2")
    var plan = declared.plan
    guard case .encoder(var shape) = plan.model else { preconditionFailure("graphs/on-path trains an encoder.") }
    shape.width = 64
    plan.model = .encoder(shape)
    plan.stages[0].recipe.schedule = .warmupCosine(peak: 5e-4, warmup: 7, end: 1e-6)
    plan.stages[0].recipe.optimizer.weightDecay = 0.5
    plan.stages[0].recipe.gradientNormLimit = 2
    plan.stages[1].recipe.batchSize = 32
    plan.stages[4].recipe.steps = 9
    plan.stages[4].recipe.schedule = .warmupCosine(peak: 1e-3, warmup: 0, end: 0)
    #expect(varied.plan == plan)
    #expect(varied.claim.hasSuffix("Changed: \(varied.variation!)."))
  }

  @Test func aConstantRateHasNoEnd() throws {
    let names = Setting.all(of: TinyExperiment.make()).map(\.name)
    #expect(
      names == [
        "model.width", "model.layers", "model.heads", "model.hiddenWidth", "model.dropout", "train.steps",
        "train.batch",
        "train.rate", "train.beta1", "train.beta2", "train.weightDecay", "fine-tune.steps", "fine-tune.batch",
        "fine-tune.rate", "fine-tune.beta1", "fine-tune.beta2", "fine-tune.weightDecay",
      ])
    let varied = try Self.varied(TinyExperiment.make(), "train.rate=0.25")
    #expect(varied.stages[0].recipe.schedule == .constant(0.25) && varied.stages[1] == TinyExperiment.make().stages[1])
  }

  /// What warms up and stays level does so at another rate too, unless its end is set.
  @Test func aLevelRateStaysLevel() throws {
    var declared = TinyExperiment.make()
    declared.stages[0].recipe.schedule = .warmupCosine(peak: 0.5, warmup: 3, end: 0.5)
    func schedule(_ settings: String...) throws -> LearningRateSchedule {
      try declared.varied(by: Variation(replicates: nil, settings: settings)).stages[0].recipe.schedule
    }
    #expect(try schedule("train.rate=0.25") == .warmupCosine(peak: 0.25, warmup: 3, end: 0.25))
    let falling = LearningRateSchedule.warmupCosine(peak: 0.25, warmup: 3, end: 0)
    #expect(try schedule("train.rate=0.25", "train.endRate=0") == falling)
    #expect(try schedule("train.endRate=0", "train.rate=0.25") == falling)
  }

  @Test func eachRuleHasItsOwnMeans() throws {
    let varied = try Self.varied(TinyExperiment.make(), "train.beta1=0.5", "fine-tune.beta2=0", "model.dropout=0.25")
    #expect(
      varied.stages.map(\.recipe.optimizer.rule) == [
        .adam(beta1: 0.5, beta2: 0.999, epsilon: 1e-8), .adam(beta1: 0.9, beta2: 0, epsilon: 1e-8),
      ])
    guard case .encoder(let shape) = varied.model else { preconditionFailure("It is an encoder.") }
    #expect(shape.dropout == Dropout(probability: 0.25))
    var other = TinyExperiment.make()
    other.stages[0].recipe.optimizer = .rmsProp(smoothing: 0.9, momentum: 0.1)
    other.stages[1].recipe.optimizer = .sgd(momentum: 0.3)
    let names = Setting.all(of: other).map(\.name)
    #expect(names.contains("train.smoothing") && names.contains("fine-tune.momentum") && !names.contains("train.beta1"))
    let moved = try Self.varied(other, "train.smoothing=0.25", "train.momentum=0", "fine-tune.momentum=0.75")
    #expect(moved.stages[0].recipe.optimizer.rule == .rmsProp(smoothing: 0.25, momentum: 0, epsilon: 1e-8))
    #expect(moved.stages[1].recipe.optimizer.rule == .descent(momentum: 0.75))
  }

  /// A kept run is never taken for one of other numbers, whichever number it is.
  @Test(arguments: Experiment.all(.smoke).map(\.id))
  func everySettingIsAnotherRun(id: String) throws {
    let experiment = try Experiment.named(id, .smoke)
    let settings = Setting.all(of: experiment)
    #expect(Set(settings.map(\.name)).count == settings.count && !settings.isEmpty)
    var identities: Set<RunIdentity> = [RunIdentity(experiment.plan, replicate: 0, sources: .compiled)]
    for setting in settings {
      var plan = experiment.plan
      switch setting.place {
      case .whole(let path, _): try setting.set(to: "\(plan[keyPath: path] + 1)", in: &plan)
      case .real(let path, let range):
        let value = plan[keyPath: path]
        try setting.set(to: "\(range.contains(value + 0.5) ? value + 0.5 : value / 2)", in: &plan)
      }
      let isNew = identities.insert(RunIdentity(plan, replicate: 0, sources: .compiled)).inserted
      #expect(isNew, "\(setting.name)")
    }
  }

  /// What an instrument reads, or weights made by hand, fits one network and one length of training.
  @Test func whatIsReadKeepsItsLength() throws {
    for experiment in Experiment.all(.smoke) {
      let names = Setting.all(of: experiment).map(\.name)
      let isRead = experiment.instrumentation != nil
      #expect(names.contains { $0.hasSuffix(".steps") } == !isRead, "\(experiment.id)")
      if isRead || experiment.firstWeights != .drawn { #expect(!names.contains { $0.hasPrefix("model.") }) }
    }
  }

  @Test func anOverseerKeepsItsStepsATick() throws {
    let declared = Experiment.amplification(.smoke)
    let varied = try Self.varied(declared, "train.steps=30", "train.asker.rate=0.125")
    let system = try #require(varied.stages[0].labels.system)
    let before = try #require(declared.stages[0].labels.system)
    #expect(varied.stages[0].recipe.steps == 30 && system.askerRecipe.steps == 60)
    #expect(system.askerRecipe.schedule == .constant(0.125))
    #expect(before.askerRecipe.steps == 2 * declared.stages[0].recipe.steps)
  }

  @Test(arguments: [
    ("train.rate", "Give NAME=VALUE"), ("train.rate=", "a number from 0.0 to"), ("train.rate=fast", "a number from"),
    ("train.rate=-1e-3", "a number from"), ("train.rate=nan", "a number from"), ("train.rate=inf", "a number from"),
    ("train.steps=-1", "a whole number from 0 to"), ("train.steps=1e3", "a whole number"),
    ("train.steps=99999999999999999999", "a whole number"), ("train.batch=3", "a whole number from 4 to"),
    ("train.batch=0", "a whole number"), ("model.width=0", "a whole number from 1"),
    ("model.width=1000000000", "a whole number"), ("model.layers=0", "a whole number"),
    ("model.width=49", "A width of 49 is not shared evenly by 2 heads"),
    ("model.heads=5", "A width of 48 is not shared evenly by 5 heads"),
    ("train.steps=10", "train has 10 steps, and warms up over 78: set train.warmup too."),
    ("train.gradientNormLimit=0", "a number from"), ("train.beta2=1", "a number from 0.0 to 0.999999"),
    ("model.dropout=1", "a number from"), ("model.dropout=-0.1", "a number from"),
  ])
  func whatWouldTrapIsRefused(text: String, sentence: String) throws {
    let problem = #expect(throws: SettingProblem.self) {
      try Self.varied(.shortestPathsOnPath(.smoke), text)
    }
    #expect(problem!.description.contains(sentence), "\(problem!)")
  }

  @Test func aConcatenatedTokenIsSharedByItsIds() throws {
    let problem = #expect(throws: SettingProblem.self) {
      try Self.varied(.shortestPathsOnPath(.paper), "model.width=63", "model.heads=3")
    }
    #expect(problem!.description.contains("63 is not shared evenly by 2 ids of a token"))
  }

  @Test func aHeadThatTurnsPairsIsEven() throws {
    let solver = Experiment.mazeSolver(MazeSolver.eight.first { $0.positions == .rotary }!, .smoke)
    let problem = #expect(throws: SettingProblem.self) { try Self.varied(solver, "model.width=15", "model.heads=1") }
    #expect(problem!.description.contains("turned in pairs"))
  }

  @Test func anUnknownNameSaysWhichThereAre() throws {
    let problem = #expect(throws: UnknownName.self) { try Self.varied(.shortestPathsOnPath(.smoke), "train.rates=1") }
    #expect(problem!.suggestions.first == "train.rate" && problem!.known.contains("any-target renamed.batch"))
    let twice = #expect(throws: SettingProblem.self) {
      try Self.varied(.shortestPathsOnPath(.smoke), "train.rate=1e-3", "train.rate=1e-4")
    }
    #expect(twice!.description.contains("set twice"))
  }

  /// Each network there is can be built with twice the width.
  @Test func everyNetworkGrows() throws {
    var kinds: Set<String> = []
    for experiment in Experiment.all(.smoke) {
      guard let width = Setting.all(of: experiment).first(where: { $0.name == "model.width" }),
        case .whole(let path, _) = width.place
      else { continue }
      let varied = try Self.varied(experiment, "model.width=\(2 * experiment.plan[keyPath: path])")
      #expect(varied.model.layout.count > experiment.model.layout.count, "\(experiment.id)")
      kinds.insert(String("\(experiment.model)".prefix { $0 != "(" }))
    }
    #expect(kinds == ["encoder", "looped", "answerer", "tape", "messagePassing"])
  }
}
