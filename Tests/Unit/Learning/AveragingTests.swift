import Foundation
import Testing

@testable import Learning

@Suite struct AveragingTests {
  @Test func aHorizonIsReachedAndKept() {
    let averaging = Averaging.horizon(4)
    let fractions: [Float] = [1, 0.5, Float(1.0 / 3), 0.25, 0.25, 0.25]
    #expect((1...6).map { averaging.fraction(at: $0) } == fractions)
  }

  @Test func aPartGrowsWithTheSteps() {
    let averaging = Averaging.part(8)
    #expect([1, 7, 8].allSatisfy { averaging.fraction(at: $0) == 1 })
    #expect(averaging.fraction(at: 9) == Float(8.0 / 9))
    #expect(averaging.fraction(at: 800) == Float(0.01))
  }

  /// The mean of step t has age (t - 1) / 9, of all steps so far: weights that grow by one a step lag by so much.
  @Test func anEighthLagsByANinth() {
    var average = 0.0
    for step in 1...9_000 {
      average += Double(Averaging.part(8).fraction(at: step)) * (Double(step) - average)
    }
    // The lag solves lag(t) = (1 - 8/t) (lag(t - 1) + 1): (t - 8) / 9 from step 8 on, and a float's rounding of fractions.
    #expect(abs(9_000 - average - 8_992.0 / 9) < 0.01)
  }

  @Test func theTrainerAveragesBySteps() throws {
    var recipe = BatchNormReference.recipe
    recipe.averaging = .part(3)
    let model = BatchNormReference.encoder(.pyTorch)
    let first = TrainingState(parameters: ReferenceModel.parameters(of: model), statistics: model.firstStatistics)
    let trainer = Trainer(
      Program(model, for: .learning), recipe, on: BatchNormReference.Source(), from: first, maximumWorkers: 1)
    var expected = first.parameters.map(Double.init)
    for step in 1...recipe.steps {
      try trainer.advance(by: 1, workers: 1)
      let fraction = min(1, 3.0 / Double(step))
      for (place, value) in trainer.values.parameters.enumerated() {
        expected[place] += fraction * (Double(value) - expected[place])
      }
    }
    // Ten roundings to float of numbers below 4: 10 x 2^-23.
    let averages = try #require(trainer.state.averages).parameters
    #expect(zip(averages, expected).allSatisfy { abs(Double($0) - $1) < 2e-6 })
    #expect(averages != trainer.values.parameters)
  }

  @Test func aRecipeWithoutAveragesIsStillRead() throws {
    var recipe = BatchNormReference.recipe
    recipe.averaging = nil
    let json = try JSONEncoder().encode(recipe)
    #expect(!String(decoding: json, as: UTF8.self).contains("averag"))
    #expect(try JSONDecoder().decode(Recipe.self, from: json) == recipe)
    recipe.averaging = .part(8)
    #expect(try JSONDecoder().decode(Recipe.self, from: JSONEncoder().encode(recipe)) == recipe)
  }
}
