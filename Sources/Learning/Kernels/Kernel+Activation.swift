import CSIMD

/// Nonlinearities and their derivatives, element by element. NaN stays NaN, in both: a model that diverged must show it.
extension Kernel {
  /// y = f(x). `y` may be `x`.
  static func activate(
    _ kind: Activation, _ x: UnsafePointer<Float>, count: Int, into y: UnsafeMutablePointer<Float>
  ) {
    switch kind {
    case .relu: map(x, count, y) { relu($0) }
    case .gelu: blocks(count) { csimd_gelu(x + $0, $1, y + $0) }
    case .geluTanh: map(x, count, y) { geluTanh($0) }
    case .sigmoid: map(x, count, y) { sigmoid($0) }
    case .step: map(x, count, y) { csimd_where_less(csimd_broadcast(0), $0, csimd_broadcast(1), relu($0)) }
    }
  }

  /// dx = dy f'(x). `dx` may be `dy`.
  static func activateBackward(
    _ kind: Activation, x: UnsafePointer<Float>, outputGradient dy: UnsafePointer<Float>, count: Int,
    into dx: UnsafeMutablePointer<Float>
  ) {
    switch kind {
    case .relu: map(x, dy, count, dx) { csimd_where_less(csimd_broadcast(0), $0, $1, relu($0)) }
    case .gelu: blocks(count) { csimd_gelu_backward(x + $0, dy + $0, $1, dx + $0) }
    case .geluTanh: map(x, dy, count, dx) { geluTanhSlope($0) * $1 }
    case .sigmoid: map(x, dy, count, dx) { sigmoidSlope($0) * $1 }
    case .step: map(x, count, dx) { _ in csimd_broadcast(0) }
    }
  }

  /// Written so that NaN stays NaN, and that minus zero becomes zero.
  @inline(__always)
  private static func relu(_ x: Lanes) -> Lanes { csimd_max(csimd_broadcast(0), x) + csimd_broadcast(0) }

  /// sqrt(2 / pi) (x + 0.044715 x^3), as x (c + c' x^2).
  @inline(__always)
  private static func geluTanhArgument(_ x: Lanes) -> Lanes {
    x * csimd_fma(x * x, csimd_broadcast(0.7978845608 * 0.044715), csimd_broadcast(0.7978845608))
  }

  @inline(__always)
  private static func geluTanh(_ x: Lanes) -> Lanes {
    let half = x * csimd_broadcast(0.5)
    return csimd_fma(half, csimd_tanh(geluTanhArgument(x)), half)
  }

  /// (1 + t) / 2 + x / 2 (1 - t^2) u' with t = tanh u(x).
  @inline(__always)
  private static func geluTanhSlope(_ x: Lanes) -> Lanes {
    let one = csimd_broadcast(1)
    let half = csimd_broadcast(0.5)
    let t = csimd_tanh(geluTanhArgument(x))
    let slope = csimd_fma(x * x, csimd_broadcast(3 * 0.7978845608 * 0.044715), csimd_broadcast(0.7978845608))
    let rest = csimd_fma(-t, t, one) * slope
    return csimd_fma(x * half, rest, csimd_fma(t, half, half))
  }

  /// 1 / (1 + e^-x).
  @inline(__always)
  private static func sigmoid(_ x: Lanes) -> Lanes {
    let one = csimd_broadcast(1)
    return one / (one + csimd_exp(-x))
  }

  /// s (1 - s) with s = sigmoid(x).
  @inline(__always)
  private static func sigmoidSlope(_ x: Lanes) -> Lanes {
    let s = sigmoid(x)
    return csimd_fma(-s, s, s)
  }

  /// Visits as many elements at a time as a core can compute side by side; the last may be fewer.
  @inline(__always)
  private static func blocks(_ count: Int, _ body: (_ first: Int, _ count: Int32) -> Void) {
    let block = 16 * Int(CSIMD_CHAINS)
    let whole = count - count % block
    for first in stride(from: 0, to: whole, by: block) { body(first, Int32(block)) }
    if whole < count { body(whole, Int32(count - whole)) }
  }

  /// y = f(x), 16 elements at a time.
  @inline(__always)
  private static func map(
    _ x: UnsafePointer<Float>, _ count: Int, _ y: UnsafeMutablePointer<Float>, _ f: (Lanes) -> Lanes
  ) {
    let whole = count & ~15
    for i in stride(from: 0, to: whole, by: 16) { csimd_store(y + i, f(csimd_load(x + i))) }
    let left = Int32(count - whole)
    if left > 0 { csimd_store_first(y + whole, left, f(csimd_load_first(x + whole, left))) }
  }

  /// z = f(x, y), 16 elements at a time.
  @inline(__always)
  private static func map(
    _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int, _ z: UnsafeMutablePointer<Float>,
    _ f: (Lanes, Lanes) -> Lanes
  ) {
    let whole = count & ~15
    for i in stride(from: 0, to: whole, by: 16) { csimd_store(z + i, f(csimd_load(x + i), csimd_load(y + i))) }
    let left = Int32(count - whole)
    if left > 0 {
      csimd_store_first(z + whole, left, f(csimd_load_first(x + whole, left), csimd_load_first(y + whole, left)))
    }
  }
}
