import Seeds
import Testing

@testable import Instruments
@testable import Learning

/// What single examples do: the gradients of a list, and the split of a step.
@Suite struct ExampleTests {
  private let surface = LossChangeAllocatorTests.surfaces()[0]

  @Test func meanAndDeviationAreThoseOfTheGradients() {
    let gradients = ExampleGradients(of: surface, at: WatchedNetwork.first)
    var (whole, one) = (gradients.mean, gradients.mean)
    _ = surface.loss(at: WatchedNetwork.first, gradient: &whole)
    let largest = whole.map(abs).max()!
    #expect(zip(gradients.mean, whole).allSatisfy { abs($0 - $1) < 1e-5 * largest })
    let rows = surface.examples.indices.map { place in
      _ = surface.loss(ofExample: place, at: WatchedNetwork.first, gradient: &one)
      return one
    }
    for index in stride(from: 0, to: 4737, by: 97) {
      let column = rows.map { $0[index] }
      let mean = column.reduce(0, +) / Double(column.count)
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count - 1)
      #expect(abs(gradients.deviation[index] - variance.squareRoot()) <= 1e-9 * (1 + variance.squareRoot()))
    }
  }

  /// A batch is a coin flip: what the formula says is what drawn batches do, and not what those of another size do. After
  /// some steps, because at the first weights all examples pull the same way.
  @Test func theShareOfHelpingParametersIsPredicted() throws {
    let weights = try LossChangeAllocatorTests.end(of: LossChangeAllocatorTests.descent)
    let gradients = ExampleGradients(of: surface, at: weights)
    var generator = Seed(root: 3).generator()
    for batchSize in [8, 24] {
      let predicted = gradients.predictedShare(batchSize: batchSize)
      let measured = gradients.measuredShare(batchSize: batchSize, draws: 400, using: &generator)
      #expect(abs(predicted - measured) < 0.03, "\(predicted), \(measured)")
      #expect((0.5..<0.95).contains(predicted))
    }
    #expect(gradients.predictedShare(batchSize: 24) - gradients.predictedShare(batchSize: 8) > 0.05)
    // All but one: hardly any chance is left.
    #expect(gradients.predictedShare(batchSize: 95) > 0.95)
  }

  private static func split(_ recipe: Recipe) throws -> ExampleSplit {
    let classes = WatchedNetwork.Source.classes(LossChangeAllocatorTests.trained)
    let whole = Array(classes.indices)
    let sets = [whole] + [0...3, 4...6].map { range in whole.filter { range.contains(classes[$0]) } }
    let source = WatchedNetwork.epochs(of: classes.count)
    let allocator = LossChangeAllocator(
      AllocationPlan(), of: LossChangeAllocatorTests.surfaces(sets), from: WatchedNetwork.first,
      to: try LossChangeAllocatorTests.end(of: recipe), steps: recipe.steps, workers: 1)
    let split = ExampleSplit(allocator, of: source, classes: [classes], recipe)
    try WatchedNetwork.trainer(recipe, on: source).advance(by: recipe.steps, workers: 1, watchedBy: split)
    return split
  }

  @Test(arguments: [nil, 1.0]) func examplesAddUpToWhatIsAllocated(normLimit: Double?) throws {
    let recipe = WatchedNetwork.recipe(.sgd(), rate: 3e-3, steps: 30, normLimit: normLimit)
    let split = try Self.split(recipe)
    let matrix = try split.reading()
    #expect(matrix.count == 7 && matrix[0] == [0, 0, 0])  // no sequence has no first id
    for set in 0..<3 {
      let sum = matrix.reduce(0) { $0 + $1[set] }
      let allocated = split.allocator.allocation.completeness(ofSet: set).allocated
      #expect(abs(sum - allocated) < 1e-4 * abs(allocated), "\(sum), \(allocated)")
    }
    // The sets by class make up the whole one, each by its part of the examples.
    let counts = split.allocator.sets.map { Double($0.examples.count) }
    for row in matrix {
      #expect(abs(row[0] - (row[1] * counts[1] + row[2] * counts[2]) / counts[0]) < 1e-4)
    }
  }

  @Test func otherOptimizersHaveNoSplit() async {
    await #expect(processExitsWith: .failure) {
      _ = try ExampleTests.split(WatchedNetwork.recipe(.adam(), rate: 1e-3, steps: 2))
    }
    await #expect(processExitsWith: .failure) {
      _ = try ExampleTests.split(WatchedNetwork.recipe(.sgd(momentum: 0.9), rate: 1e-3, steps: 2))
    }
  }
}
