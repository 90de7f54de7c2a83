import Foundation
import Testing

@testable import Instruments
@testable import Learning

/// Twelve steps of a small encoder, allocated by PyTorch in float64 from the weights of each step
/// (`fixtures/reference/learning_allocation_pytorch.py`).
@Suite struct AllocationReferenceTests {
  private struct Reference: Decodable {
    /// `[steps + 1][parameters]`
    let weights: [[Float]]
    let losses: [Double]
    /// By observer: `[steps][tensors]`.
    let observers: [String: [[Double]]]

    static func read() throws -> Reference {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../../fixtures/learning/pytorch/allocation.json")
      return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }
  }

  private final class WeightRecord: StepWatcher {
    private(set) var weights: [[Float]] = []

    func watch(_ step: WatchedStep) {
      if weights.isEmpty { weights.append(step.weightsBefore) }
      weights.append(step.weightsAfter)
    }
  }

  private static let observers: [String: AllocationObserver] = [
    "integrated": .whole(.integrated), "point": .whole(.point), "trapezoid": .whole(.trapezoid),
    "batchIntegrated": .batch(.integrated), "batchPoint": .batch(.point),
  ]

  private static let model: Encoder = {
    var shape = ReferenceModel.encoder(.post).shape
    (shape.width, shape.hiddenWidth, shape.layerCount, shape.activation) = (6, 10, 1, .gelu)
    return Encoder(shape)
  }()

  private static func trainer() -> Trainer {
    let recipe = Recipe(
      steps: 12, batchSize: 2, shardCount: 2, optimizer: .sgd(momentum: 0.9), schedule: .constant(5e-3))
    return Trainer(
      Program(model, for: .learning), recipe, on: ReferenceModel.Source(),
      from: TrainingState(parameters: ReferenceModel.parameters(of: model)), maximumWorkers: 2)
  }

  /// The script's input, written where somebody asks for it.
  @Test func theWeightsAreThoseThatWereAllocated() throws {
    let record = WeightRecord()
    try Self.trainer().advance(by: 12, workers: 1, watchedBy: record)
    if let path = ProcessInfo.processInfo.environment["GENBENCH_WEIGHTS"] {
      try JSONEncoder().encode(record.weights).write(to: URL(filePath: path))
    }
    #expect(try Reference.read().weights == record.weights)
  }

  @Test(arguments: observers.keys.sorted())
  func sumsByTensorAgreeWithPyTorch(name: String) throws {
    let reference = try Reference.read()
    let observer = Self.observers[name]!
    // As many points as leave only float32's own error.
    let plan = AllocationPlan([observer], intervals: 16...32)
    let allocator = LossChangeAllocator(
      plan, of: [LossSurface(Self.model, at: Array(0..<5), of: ReferenceModel.Source(), maximumWorkers: 1)],
      from: reference.weights[0], to: reference.weights[12], steps: 12, workers: 1)
    try Self.trainer().advance(by: 12, workers: 1, watchedBy: allocator)
    let reading = try allocator.allocation.reading(of: observer)

    #expect(reading.tensors.count == 15)
    let wanted = try #require(reference.observers[name])
    let largest = wanted.joined().map(abs).max()!
    for (step, (found, wanted)) in zip(reading.sums, wanted).enumerated() {
      for (tensor, (found, wanted)) in zip(reading.tensors, zip(found.tensors, wanted)) {
        #expect(abs(found - wanted) <= 1e-4 * largest, "\(tensor.name) in step \(step): \(found), not \(wanted)")
      }
    }
    let losses = reading.steps.map { $0.losses[0] }
    #expect(zip(losses, reference.losses.dropFirst()).allSatisfy { abs($0 - $1) <= 1e-5 * $1 })
  }
}
