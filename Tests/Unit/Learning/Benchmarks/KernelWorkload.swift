import Foundation

@testable import Learning

/// The sizes of a model whose kernels are timed. docs/performance.md says what the names stand for.
struct KernelWorkload: Sendable {
  let name: String
  let length, width, headCount, hiddenWidth: Int
  var isCausal = false

  static let all = [
    KernelWorkload(name: "W0", length: 12, width: 16, headCount: 2, hiddenWidth: 64),
    KernelWorkload(name: "W1-tiny", length: 17, width: 32, headCount: 2, hiddenWidth: 128),
    KernelWorkload(name: "W1", length: 33, width: 64, headCount: 4, hiddenWidth: 256),
    KernelWorkload(name: "W2", length: 128, width: 64, headCount: 4, hiddenWidth: 256, isCausal: true),
    KernelWorkload(name: "W2-small", length: 256, width: 128, headCount: 4, hiddenWidth: 512, isCausal: true),
    KernelWorkload(name: "W3", length: 24, width: 128, headCount: 4, hiddenWidth: 256),
  ]

  /// Those that `GENBENCH_BENCH` names, with spaces between, or `all`. None where it is not set.
  static var wanted: [KernelWorkload] {
    let names = (ProcessInfo.processInfo.environment["GENBENCH_BENCH"] ?? "").split(separator: " ").map(String.init)
    return names == ["all"] ? all : all.filter { names.contains($0.name) }
  }

  /// As many as go through the network together: about 1,000 tokens, so that what they leave behind stays in cache.
  var sequences: Int { max(1, 1000 / length) }
  var rows: Int { sequences * length }
  var starts: [Int32] { (0...sequences).map { Int32($0 * length) } }
  var attention: Kernel.AttentionShape {
    Kernel.AttentionShape(headCount: headCount, headWidth: width / headCount, isCausal: isCausal)
  }
  /// How many (query, key) pairs of a head have a score that is used.
  var pairs: Int { sequences * (isCausal ? length * (length + 1) / 2 : length * length) }
  var linears: [(name: String, inputs: Int, outputs: Int)] {
    [
      ("q, k, v", width, 3 * width), ("attention out", width, width), ("feed-forward in", width, hiddenWidth),
      ("feed-forward out", hiddenWidth, width),
    ]
  }
}
