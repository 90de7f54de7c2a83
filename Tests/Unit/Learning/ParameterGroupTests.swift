import Foundation
import Seeds
import Testing

@testable import Learning

@Suite struct ParameterGroupTests {
  private static let model = ReferenceModel.encoder(.post)
  /// Every tensor is in one of these.
  private static let all = ["embedding", "blocks.0", "blocks.1", "head"]

  private static func state(
    _ groups: [ParameterGroup], by optimizer: Optimizer = .adamW(weightDecay: 0.1), model: Encoder = model,
    steps: Int = 5, limit: Double? = 1, workers: Int = 1
  ) throws -> TrainingState {
    let recipe = Recipe(
      steps: steps, batchSize: 13, shardCount: 5, optimizer: optimizer,
      schedule: .warmupCosine(peak: 3e-3, warmup: 3, end: 1e-4), gradientNormLimit: limit, groups: groups)
    let trainer = Trainer(
      Program(model, for: .learning), recipe, on: ReferenceModel.Source(),
      from: TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 3))), maximumWorkers: 8)
    try trainer.advance(by: steps, workers: workers)
    return trainer.state
  }

  /// Cut at their borders, and otherwise as the rest.
  @Test(arguments: [Optimizer.adamW(weightDecay: 0.1), .sgd(momentum: 0.9, weightDecay: 0.1), .rmsProp(momentum: 0.9)])
  func groupsThatDeclareNothingMoveNoBit(_ optimizer: Optimizer) throws {
    let plain = try Self.state([], by: optimizer)
    let grouped = try Self.state([ParameterGroup("blocks.0.norm1"), ParameterGroup("head.bias")], by: optimizer)
    #expect(grouped == plain)
  }

  /// Large enough that the update is shared: 51,000 parameters.
  @Test(arguments: [2, 3])
  func theNumberOfWorkersDoesNotReachANumber(workers: Int) throws {
    var shape = Self.model.shape
    (shape.width, shape.hiddenWidth) = (62, 127)
    let model = Encoder(shape)
    #expect(model.layout.count > 3 << 14)
    let groups = [ParameterGroup("head", rateFactor: 0.1), ParameterGroup("blocks.0.feedForward", rateFactor: 0)]
    let alone = try Self.state(groups, model: model)
    #expect(try Self.state(groups, model: model, workers: workers) == alone)
    #expect(try Self.state([], model: model) != alone)
  }

  @Test func partsRespectBorders() {
    let recipe = Recipe(
      steps: 1, batchSize: 1, shardCount: 1, optimizer: .sgd(), schedule: .constant(1),
      groups: [ParameterGroup("blocks.0", rateFactor: 0.5)])
    let layout = Self.model.layout
    let parts = recipe.updateParts(of: layout, size: 100)
    #expect(parts.first?.range.lowerBound == 0 && parts.last?.range.upperBound == layout.count)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    #expect(parts.allSatisfy { (1...100).contains($0.range.count) })
    for parameter in layout.parameters {
      let factor = parameter.name.hasPrefix("blocks.0.") ? 0.5 : 1
      #expect(parts.allSatisfy { !$0.range.overlaps(parameter.range) || $0.rateFactor == factor }, "\(parameter.name)")
    }
  }

  @Test func frozenOnesStayAndTheirMomentsToo() throws {
    let state = try Self.state([ParameterGroup("head", rateFactor: 0)])
    let first = Self.model.layout.initialValues(seed: Seed(root: 3))
    for parameter in Self.model.layout.parameters {
      let isSame = state.parameters[parameter.range] == first[parameter.range]
      #expect(isSame == parameter.name.hasPrefix("head"), "\(parameter.name)")
      #expect(
        state.firstMoment[parameter.range].allSatisfy { $0 == 0 } == parameter.name.hasPrefix("head"),
        "\(parameter.name)")
    }
  }

  @Test func aGroupGoesItsPartOfTheWay() throws {
    let first = Self.model.layout.initialValues(seed: Seed(root: 3))
    let plain = try Self.state([], by: .sgd(), steps: 1, limit: nil)
    let slow = try Self.state([ParameterGroup("head", rateFactor: 0.125)], by: .sgd(), steps: 1, limit: nil)
    for parameter in Self.model.layout.parameters {
      let factor: Float = parameter.name.hasPrefix("head") ? 0.125 : 1
      for index in parameter.range {
        let (wanted, found) = (factor * (plain.parameters[index] - first[index]), slow.parameters[index] - first[index])
        #expect(abs(wanted - found) <= 2 * max(abs(first[index]).ulp, abs(slow.parameters[index]).ulp))
      }
    }
  }

  /// Groups that hold everything are another optimizer.
  @Test func momentumAndDecayOfAllGroupsAreThoseOfTheOptimizer() throws {
    let momentum = Self.all.map { ParameterGroup($0, momentum: 0.5) }
    #expect(try Self.state(momentum, by: .sgd(momentum: 0.9)) == Self.state([], by: .sgd(momentum: 0.5)))
    #expect(
      try Self.state(Self.all.map { ParameterGroup($0, momentum: 0) }, by: .rmsProp(momentum: 0.9))
        == Self.state([], by: .rmsProp()))
    var adam = Optimizer.adam()
    adam.rule = .adam(beta1: 0.5, beta2: 0.999, epsilon: 1e-8)
    #expect(try Self.state(momentum, by: .adam()) == Self.state([], by: adam))
    let free = Self.all.map { ParameterGroup($0, decays: false) }
    #expect(try Self.state(free, by: .adamW(weightDecay: 0.1)) == Self.state([], by: .adamW(weightDecay: 0)))
    #expect(try Self.state(momentum, by: .adam()) != Self.state([], by: .adam()))
  }

  @Test func aNameIsWholeParts() {
    var layout = ParameterLayout()
    let second = layout.declare("blocks.1.weight", count: 2, .ones)
    let eleventh = layout.declare("blocks.10.weight", count: 2, .ones)
    let exact = layout.declare("embedding", count: 2, .ones)
    #expect(ParameterGroup("blocks.1").contains(second) && !ParameterGroup("blocks.1").contains(eleventh))
    #expect(ParameterGroup("embedding").contains(exact) && !ParameterGroup("embed").contains(exact))
  }

  @Test func aRecipeWithGroupsIsDataThatComesBackTheSame() throws {
    var recipe = RecipeTests.recipe(batch: 4, shards: 2)
    let plain = String(describing: recipe)
    recipe.groups = [ParameterGroup("head", rateFactor: 0.1, momentum: 0.5, decays: false)]
    #expect(try JSONDecoder().decode(Recipe.self, from: JSONEncoder().encode(recipe)) == recipe)
    #expect(String(describing: recipe) != plain)
  }

  @Test func aGroupThatHoldsNothingOrTooMuchIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = try ParameterGroupTests.state([ParameterGroup("tail")]) }
    await #expect(processExitsWith: .failure) {
      _ = try ParameterGroupTests.state([ParameterGroup("head"), ParameterGroup("head.bias")])
    }
    await #expect(processExitsWith: .failure) { _ = ParameterGroup("head", rateFactor: -1) }
    await #expect(processExitsWith: .failure) { _ = ParameterGroup("head", momentum: 1) }
  }
}
