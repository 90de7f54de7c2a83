import Foundation

@testable import Learning

/// The networks of `fixtures/reference/learning_batch_norm_pytorch.py`, and what PyTorch found for them in float64.
struct BatchNormReference: Decodable {
  let predictions: [Double]
  let gradients: [Double]
  let losses: [Double]
  let statistics: [Double]
  let answers: [Double]
  let averagedStatistics: [Double]
  let averagedAnswers: [Double]

  enum Rule: String, CaseIterable {
    case pyTorch, amplification

    var rule: BatchNormRule { self == .pyTorch ? .pyTorch : .amplification }
  }

  static func of(_ rule: Rule) throws -> BatchNormReference {
    struct Both: Decodable { let pyTorch, amplification: BatchNormReference }
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../fixtures/learning/pytorch/batch-norm.json")
    let both = try JSONDecoder().decode(Both.self, from: Data(contentsOf: file))
    return rule == .pyTorch ? both.pyTorch : both.amplification
  }

  static func encoder(_ rule: Rule, _ dropout: Dropout = .none) -> Encoder {
    var shape = ReferenceModel.encoder(.post).shape
    shape.readout = .everyToken
    shape.batchNorm = rule.rule
    shape.dropout = dropout
    return Encoder(shape)
  }

  static let recipe = Recipe(
    steps: 10, batchSize: 5, shardCount: 1, optimizer: .sgd(), schedule: .constant(0.02), averaging: .horizon(4))

  /// The ids of the other reference models, with a number at every token.
  struct Source: ExampleSource {
    let idsPerToken = 2
    let longest = 7

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      let lengths = ReferenceModel.lengths
      for index in indices {
        let sequence = index % lengths.count
        let first = lengths[..<sequence].reduce(0, +)
        let tokens = first..<first + lengths[sequence]
        let places = 2 * tokens.lowerBound..<2 * tokens.upperBound
        let ids = places.map { Int32(1 + ($0 * 31 + 7) % 16) }
        let targets = tokens.map { Float(($0 * 5) % 7 + 1) }
        batch.append(ids: ids, targets: targets)
      }
    }
  }
}
