import Foundation
import Testing

@testable import Learning

/// Ten steps of each optimizer on the reference models, against PyTorch's own in float64
/// (`fixtures/reference/learning_optimizers_pytorch.py`). Adam's are in `EncoderReferenceTests`.
@Suite struct OptimizerTests {
  private struct Reference: Decodable {
    struct Trajectory: Decodable {
      let losses: [Double]
      let parameters: [Double]
    }

    let indices: [Int]
    let trajectories: [String: Trajectory]

    static func named(_ name: String) throws -> Reference {
      struct File: Decodable {
        let post: Reference
        let pre: Reference
        enum CodingKeys: String, CodingKey {
          case post = "post-norm"
          case pre = "pre-norm"
        }
      }
      let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../fixtures/learning/pytorch/optimizers.json")
      let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
      return name == "post" ? file.post : file.pre
    }
  }

  /// By the script's name: ours, the norm its gradients are clipped to, and how close to PyTorch's it stays.
  ///
  /// Descent moves by rate times gradient, so the gradients' 1e-5 (see `EncoderReferenceTests`) stays below 1e-5 of the
  /// largest parameter. RMSprop divides by the gradient's own size: where that is near zero float32 decides: 1e-4.
  private static let optimizers: [String: (optimizer: Optimizer, normLimit: Double?, relative: Double)] = [
    "sgd": (.sgd(), nil, 1e-5),
    "sgdDecay": (.sgd(weightDecay: 0.1), nil, 1e-5),
    "momentum": (.sgd(momentum: 0.9), nil, 1e-5),
    "momentumDecayClipped": (.sgd(momentum: 0.9, weightDecay: 0.1), ReferenceModel.normLimit, 1e-5),
    "rmsProp": (.rmsProp(), nil, 1e-4),
    "rmsPropMomentumDecay": (.rmsProp(smoothing: 0.97, momentum: 0.9, weightDecay: 0.1), nil, 1e-4),
  ]

  @Test(arguments: [NormOrder.post, .pre], optimizers.keys.sorted())
  func tenStepsFollowPyTorchs(order: NormOrder, name: String) throws {
    let reference = try Reference.named(order.rawValue)
    let trajectory = try #require(reference.trajectories[name])
    let (optimizer, normLimit, relative) = Self.optimizers[name]!
    let model = ReferenceModel.encoder(order)
    let recipe = Recipe(
      steps: 10, batchSize: 5, shardCount: 2, optimizer: optimizer, schedule: .constant(1e-3),
      gradientNormLimit: normLimit)
    let trainer = Trainer(
      Program(model, for: .learning), recipe, on: ReferenceModel.Source(),
      from: TrainingState(parameters: ReferenceModel.parameters(of: model)), maximumWorkers: 1)
    try trainer.advance(by: 10, workers: 1)

    let final = trainer.state.parameters
    expectClose(trainer.state.losses, trajectory.losses, within: relative * trajectory.losses[0], "losses")
    // The largest parameters are the norms' scales, about 1.
    expectClose(reference.indices.map { final[$0] }, trajectory.parameters, within: relative, "parameters")
  }

  @Test func anOptimizerIsDataThatComesBackTheSame() throws {
    let all = Self.optimizers.keys.sorted().map { Self.optimizers[$0]!.optimizer }
    let several = all + [.adam(), .adam(beta2: 0.98, weightDecay: 0.1), .adamW(weightDecay: 0.1)]
    let decoded = try JSONDecoder().decode([Optimizer].self, from: JSONEncoder().encode(several))
    #expect(decoded == several)
    #expect(Set(several).count == several.count)
    #expect(Set(several.map { String(describing: $0) }).count == several.count)
  }
}
