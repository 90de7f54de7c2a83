import Foundation

@testable import Learning

/// The small models of `fixtures/reference/learning_pytorch.py`, and what PyTorch found for them in float64.
struct ReferenceModel: Decodable {
  struct Trajectory: Decodable {
    let losses: [Double]
    let finalSum: Double
    let finalSumOfSquares: Double
  }

  let predictions: [Double]
  let loss: Double
  let gradients: [Double]
  let trajectories: [String: Trajectory]

  static let lengths = [3, 1, 7, 5, 2]
  static let learningRate = 1e-2
  static let decay = 1e-2
  static let normLimit = 0.5

  static func named(_ name: String) throws -> ReferenceModel {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../fixtures/learning/pytorch/\(name).json")
    return try JSONDecoder().decode(ReferenceModel.self, from: Data(contentsOf: file))
  }

  /// Prime sizes wherever the shape allows: a mixed-up axis cannot go unnoticed.
  static func encoder(_ order: NormOrder) -> Encoder {
    Encoder(
      EncoderShape(
        vocabulary: 17, idsPerToken: 2, combination: order == .post ? .concatenate : .sum, width: 14, layerCount: 2,
        headCount: 2, hiddenWidth: 29, activation: order == .post ? .relu : .gelu, normOrder: order, outputs: 1))
  }

  /// The script's formula for the flat parameters.
  static func parameters(of model: some Model) -> [Float] {
    model.layout.parameters.flatMap { parameter in
      parameter.range.map { index in
        let unit = Double((index * 7919 + 13) % 1009) / 1009 - 0.5
        return Float(parameter.name.contains("orm") && parameter.name.hasSuffix("scale") ? 1 + 0.2 * unit : 0.4 * unit)
      }
    }
  }

  /// All but the biases of the keys: a constant added to every key changes no softmax, so their gradient is rounding noise,
  /// which Adam turns into steps of any direction.
  static func thatHaveGradients(_ values: [Float], of model: Encoder) -> [Float] {
    model.layout.parameters.flatMap { parameter -> [Float] in
      let part = values[parameter.range]
      guard parameter.name.hasSuffix("qkv.bias") else { return Array(part) }
      let width = parameter.count / 3
      return Array(part.prefix(width) + part.suffix(width))
    }
  }

  /// The script's formula for ids and targets.
  struct Source: ExampleSource {
    let idsPerToken = 2
    let longest = 7

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let sequence = index % lengths.count
        let first = 2 * lengths[..<sequence].reduce(0, +)
        let ids = (first..<first + 2 * lengths[sequence]).map { Int32(1 + ($0 * 31 + 7) % 16) }
        batch.append(ids: ids, targets: [Float((sequence * 5) % 7 + 1)])
      }
    }
  }
}
