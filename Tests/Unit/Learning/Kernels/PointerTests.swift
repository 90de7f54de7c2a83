import Foundation
import Testing

@testable import Learning

@Suite struct PointerTests {
  struct Setting: CustomTestStringConvertible {
    var queryCount: Int
    var keyCount: Int
    var pointerCount: Int
    var width: Int
    var vocabulary: Int
    var hasOwnGate = true
    var isCausal = false

    var testDescription: String {
      "\(queryCount) to \(keyCount), \(pointerCount) pointers of \(width), \(vocabulary) words"
        + (hasOwnGate ? "" : ", one gate fewer") + (isCausal ? ", causal" : "")
    }
    var shape: Kernel.PointerShape {
      Kernel.PointerShape(
        pointerCount: pointerCount, width: width, vocabulary: vocabulary,
        gateCount: hasOwnGate ? pointerCount + 1 : pointerCount, isCausal: isCausal)
    }
    private var stride: Int { pointerCount * width }
    var queries: [Float] { noise(41, queryCount * stride).map { 2 * $0 } }
    var keys: [Float] { noise(42, keyCount * stride).map { 2 * $0 } }
    var gates: [Float] { noise(43, queryCount * shape.gateCount) }
    var logits: [Float] { noise(44, queryCount * vocabulary) }
    var outputGradient: [Float] { noise(45, queryCount * vocabulary) }
    /// One id a token more than there are pointers: nobody reads it.
    var ids: [[Int32]] {
      (0..<keyCount).map { (key: Int) -> [Int32] in
        (0..<pointerCount).map { (pointer: Int) in Int32((key * 5 + pointer * 3 + 1) % vocabulary) } + [-1]
      }
    }

    private func noise(_ seed: UInt64, _ count: Int) -> [Float] {
      var noise = Noise(seed)
      return noise.floats(count)
    }

    func forward() -> [Float] {
      var output = [Float](repeating: .nan, count: queryCount * vocabulary)
      withPointing { Kernel.pointer(shape, $0, output: &output, scratch: $1) }
      return output
    }

    /// Queries, keys, gates, logits.
    func backward() -> [[Float]] {
      let output = forward()
      let counts = [queries, keys, gates, logits].map(\.count)
      var found = [Float](repeating: .nan, count: counts.reduce(0, +))
      found.withUnsafeMutableBufferPointer { found in
        let first = found.baseAddress!
        let gradients = Kernel.PointingGradients(
          queries: first, keys: first + counts[0], gates: first + counts[0] + counts[1],
          logits: first + counts[0] + counts[1] + counts[2])
        withPointing { pointing, scratch in
          Kernel.pointerBackward(
            shape, pointing, output: output, outputGradient: outputGradient, gradients: gradients, scratch: scratch)
        }
      }
      var rest = found[...]
      return counts.map { count in
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
    }

    private func withPointing(_ body: (Kernel.Pointing, UnsafeMutablePointer<Float>) -> Void) {
      let needed = shape.scratchCount(mostKeys: keyCount)
      var scratch = [Float](repeating: .nan, count: needed + 1)
      let ids = ids.flatMap { $0 }
      queries.withUnsafeBufferPointer { queries in
        keys.withUnsafeBufferPointer { keys in
          ids.withUnsafeBufferPointer { ids in
            gates.withUnsafeBufferPointer { gates in
              logits.withUnsafeBufferPointer { logits in
                let pointing = Kernel.Pointing(
                  queries: queries.baseAddress!, queryCount: queryCount, keys: keys.baseAddress!, keyCount: keyCount,
                  ids: ids.baseAddress!, idsPerToken: pointerCount + 1, gates: gates.baseAddress!,
                  logits: logits.baseAddress!)
                scratch.withUnsafeMutableBufferPointer { body(pointing, $0.baseAddress!) }
              }
            }
          }
        }
      }
      #expect(scratch[needed].isNaN, "wrote past its scratch")
    }

    func naive(_ parts: [[Double]]) -> [Double] {
      NaiveKernel.pointer(shape, queries: parts[0], keys: parts[1], ids: ids, gates: parts[2], logits: parts[3])
    }

    /// Scores are sums of `width` products of up to 4, scaled by the root of the width; a probability is a sum of at most
    /// `keyCount` weights a pointer, and its logarithm has the relative error of it. As in `LinkedAttentionTests`.
    var tolerance: Double {
      4 * (5 * Double(width).squareRoot() + Double(pointerCount * keyCount).squareRoot() + 4 + 16) * roundingUnit
    }
  }

  static let settings = [
    Setting(queryCount: 1, keyCount: 1, pointerCount: 1, width: 3, vocabulary: 2),
    Setting(queryCount: 3, keyCount: 5, pointerCount: 2, width: 7, vocabulary: 11),
    Setting(queryCount: 2, keyCount: 19, pointerCount: 2, width: 16, vocabulary: 17),
    Setting(
      queryCount: 7, keyCount: 7, pointerCount: 1, width: 29, vocabulary: 5, hasOwnGate: false, isCausal: true),
    Setting(
      queryCount: 1, keyCount: 13, pointerCount: 1, width: 16, vocabulary: 37, hasOwnGate: false, isCausal: true),
  ]

  private static func parts(_ setting: Setting) -> [[Double]] {
    [setting.queries, setting.keys, setting.gates, setting.logits].map(\.wide)
  }

  @Test(arguments: settings)
  func theMixtureIsTheNaiveOne(_ setting: Setting) {
    expectClose(setting.forward(), setting.naive(Self.parts(setting)), within: setting.tolerance)
  }

  /// Derivatives by a logarithm grow with the inverse of its probability: so does what is allowed.
  @Test(arguments: settings)
  func theBackwardPassAgreesWithCentralDifferences(_ setting: Setting) {
    let (parts, found) = (Self.parts(setting), setting.backward())
    for (place, what) in ["queries", "keys", "gates", "logits"].enumerated() {
      let expected = centralDifferences(parts[place], setting.outputGradient) { changed in
        var parts = parts
        parts[place] = changed
        return setting.naive(parts)
      }
      let largest = expected.map(abs).max()!
      expectClose(found[place], expected, within: 4 * setting.tolerance * max(1, largest) + 1e-8, what)
    }
  }

  @Test func probabilitiesSumToOne() {
    for setting in Self.settings {
      let output = setting.forward()
      for query in 0..<setting.queryCount {
        let row = output[query * setting.vocabulary..<(query + 1) * setting.vocabulary]
        let sum = row.reduce(0.0) { $0 + exp(Double($1)) }
        #expect(abs(sum - 1) < setting.tolerance * Double(setting.vocabulary))
      }
    }
  }

  /// What no pointer reaches and the vocabulary all but excludes still has a logarithm, and a derivative.
  @Test func anImpossibleWordHasANumber() {
    var output: [Float] = [.nan, .nan]
    var scratch = [Float](repeating: 0, count: 512)
    let shape = Kernel.PointerShape(pointerCount: 1, width: 1, vocabulary: 2, gateCount: 2, isCausal: false)
    let (one, gates, logits, ids): ([Float], [Float], [Float], [Int32]) = ([1], [200, -200], [200, -200], [0])
    one.withUnsafeBufferPointer { one in
      gates.withUnsafeBufferPointer { gates in
        logits.withUnsafeBufferPointer { logits in
          ids.withUnsafeBufferPointer { ids in
            let pointing = Kernel.Pointing(
              queries: one.baseAddress!, queryCount: 1, keys: one.baseAddress!, keyCount: 1, ids: ids.baseAddress!,
              idsPerToken: 1, gates: gates.baseAddress!, logits: logits.baseAddress!)
            Kernel.pointer(shape, pointing, output: &output, scratch: &scratch)
          }
        }
      }
    }
    #expect(output[0] == 0 && output[1].isFinite && output[1] < -60)
  }
}
