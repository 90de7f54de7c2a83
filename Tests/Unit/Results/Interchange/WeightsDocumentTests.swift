import Foundation
import Learning
import Testing

@testable import Bench
@testable import Results
@testable import Storage

/// docs/weights.md has the names and shapes of every architecture, as its layout declares them.
@Suite struct WeightsDocumentTests {
  /// Networks whose sizes are all different, and no small multiples of one another: so each number names itself.
  private enum Sample: String, CaseIterable {
    case encoder, looped, tape, answerer, asker, attentionOnly, messagePassing

    var models: [any Model] {
      switch self {
      case .encoder: [encoder(.learned(longest: 211), .pyTorch), encoder(.relative(farthest: 53), nil)]
      case .looped:
        [
          LoopedEncoder(
            LoopedEncoderShape(
              vocabulary: 101, idsPerToken: 2, width: 38, headCount: 19, hiddenWidth: 71, normOrder: .pre,
              linkKinds: 13, loops: 3, answer: .lastState, outputs: 7, readout: .everyToken, loss: .crossEntropy))
        ]
      case .tape:
        [
          TapeEncoder(
            TapeEncoderShape(
              symbols: 103, tapeSymbols: 17, width: 38, layerCount: 1, headCount: 19, hiddenWidth: 71, loops: 3,
              state: .symbol))
        ]
      case .answerer:
        [
          Answerer(
            AnswererShape(
              vocabulary: 101, factLength: 3, questionLength: 5, questionCount: 3, embeddingWidth: 43, width: 38,
              headCount: 19, hiddenWidth: 71, factCells: 1, questionCells: 1, dropout: .none, batchNorm: .pyTorch))
        ]
      case .asker:
        [
          Asker(
            AskerShape(
              vocabulary: 101, roleCount: 23, longest: 211, width: 38, headCount: 19, hiddenWidth: 71, cells: 1,
              dropout: 0, batchNorm: .pyTorch))
        ]
      case .attentionOnly:
        [
          AttentionOnly(
            AttentionOnlyShape(
              width: 41, idsPerToken: 3, layerCount: 1,
              groups: [
                .init("SHARED", headCount: 2, queryWidth: 5, writes: 0..<3, isShared: true),
                .init("GROUP", headCount: 2, queryWidth: 5, writes: 3..<6, isShared: false),
              ], answer: 0..<3))
        ]
      case .messagePassing:
        [
          MessagePassing(
            MessagePassingShape(
              vocabulary: 101, width: 38, linkKinds: 13, loops: 3, outputs: 7, readout: .everyToken, loss: .crossEntropy
            ))
        ]
      }
    }

    private func encoder(_ positions: Positions, _ batchNorm: BatchNormRule?) -> Encoder {
      Encoder(
        EncoderShape(
          vocabulary: 101, idsPerToken: 1, combination: .sum, width: 38, layerCount: 1, headCount: 19, hiddenWidth: 71,
          activation: .gelu, normOrder: .pre, outputs: 7, positions: positions, batchNorm: batchNorm))
    }

    private var sizes: [Int: String] {
      let width = self == .attentionOnly ? 41 : 38
      return [
        width: "width", 2 * width: "2 width", 3 * width: "3 width", 101: "vocabulary", 19: "headCount",
        71: "hiddenWidth", 7: "outputs", 211: "longest", 107: "(2 farthest + 1)", 13: "linkKinds", 103: "symbols",
        17: "tapeSymbols", 43: "embeddingWidth", 129: "factLength embeddingWidth", 215: "questionLength embeddingWidth",
        26: "headCount (2 queryWidth + written)", 23: "roleCount", 1: "1",
      ].merging(self == .answerer ? [4: "factLength + 1", 3 * width: "factLength width"] : [:]) { $1 }
    }

    private var prefix: String { self == .asker ? TrainedWeights.askerPrefix : "" }

    /// A row of the table for each parameter and statistic, in the layout's order.
    func rows() throws -> [String] {
      var rows: [String] = []
      for model in models {
        for parameter in model.layout.parameters + model.statistics.parameters {
          let shape = try parameter.shape.map { try #require(sizes[$0], "\(parameter.name) has a size of \($0)") }
          let name = prefix + parameter.name.replacing(/(blocks|cells|GROUP)\.0/) { "\($0.1).L" }
          let row = "| `\(name)` | \(shape.joined(separator: " x ")) |"
          if !rows.contains(row) { rows.append(row) }
        }
      }
      return rows
    }
  }

  @Test(arguments: Sample.allCases.map(\.rawValue)) func namesAndShapesAreTheLayouts(name: String) throws {
    let sample = try #require(Sample(rawValue: name))
    let path = "\(PackageFolder.path)/docs/weights.md"
    let text = String(decoding: try #require(try AtomicFile.read(path)), as: UTF8.self)
    let part = try #require(text.components(separatedBy: "\n## \(name)\n").dropFirst().first)
    let found = part.components(separatedBy: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("| `") }
    let rows = try sample.rows()
    #expect(found.map(String.init) == rows, "docs/weights.md, \(name):\n\(rows.joined(separator: "\n"))")
  }
}
