import CSIMD
import Testing

@testable import Learning

/// Numbers for kernel tests: a fixed sequence, the same on every machine (SplitMix64).
struct Noise {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Uniform in -1 ..< 1.
  mutating func float() -> Float { Float(next() >> 40) * 0x1p-23 - 1 }

  mutating func floats(_ count: Int) -> [Float] { (0..<count).map { _ in float() } }
}

extension [Float] {
  var wide: [Double] { map(Double.init) }
}

/// Half the spacing of floats at 1: the largest relative error of one rounding.
let roundingUnit = 0x1p-24

/// Fails unless every element lies within `tolerance` of its reference, and names the worst one.
func expectClose(
  _ actual: [Float], _ expected: [Double], within tolerance: Double, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(what)", sourceLocation: sourceLocation)
  let errors = zip(actual, expected).map { abs(Double($0) - $1) }
  let worst = errors.indices.max { !(errors[$0] >= errors[$1]) } ?? 0
  guard !errors.isEmpty else { return }
  #expect(
    errors.allSatisfy { $0 <= tolerance },
    "\(what) element \(worst): \(actual[worst]) is not within \(tolerance) of \(expected[worst])",
    sourceLocation: sourceLocation)
}

/// The gradient at x of the sum of f(x) * direction, by central differences in double precision. With a step of 1e-5 and
/// derivatives of order 1 the truncation is 1e-10, and so is the rounding: nothing beside a float's 6e-8.
func centralDifferences(_ x: [Double], _ direction: [Float], _ f: ([Double]) -> [Double]) -> [Double] {
  let step = 1e-5
  func total(_ x: [Double]) -> Double { zip(f(x), direction).reduce(0) { $0 + $1.0 * Double($1.1) } }
  return x.indices.map { i in
    var (above, below) = (x, x)
    above[i] += step
    below[i] -= step
    return (total(above) - total(below)) / (2 * step)
  }
}

/// Lends an array as a matrix.
func withView(_ values: [Float], rowStride: Int, columnStride: Int, _ body: (MatrixView) -> Void) {
  values.withUnsafeBufferPointer {
    body(MatrixView(base: $0.baseAddress!, rowStride: rowStride, columnStride: columnStride))
  }
}

/// Lends the links of all rows.
func withLinks(_ links: [[(end: Int, kind: Int)]], _ body: (Kernel.Links) -> Void) {
  let starts = links.reduce(into: [Int32(0)]) { $0.append($0.last! + Int32($1.count)) }
  let ends = links.joined().map { Int32($0.end) }
  let kinds = links.joined().map { Int32($0.kind) }
  starts.withUnsafeBufferPointer { starts in
    (ends + [0]).withUnsafeBufferPointer { ends in
      (kinds + [0]).withUnsafeBufferPointer { kinds in
        body(Kernel.Links(starts: starts.baseAddress!, ends: ends.baseAddress!, kinds: kinds.baseAddress!))
      }
    }
  }
}

/// A 64-bit hash (FNV-1a) of the bits of floats: equal only if all bits are.
func fingerprint(_ values: [Float]) -> UInt64 {
  values.reduce(0xcbf2_9ce4_8422_2325) { hash, value in
    (0..<4).reduce(hash) { (hash: UInt64, byte: Int) in
      (hash ^ UInt64(value.bitPattern >> UInt32(8 * byte) & 0xff)) &* 0x100_0000_01b3
    }
  }
}
