import CSIMD

/// Nonlinearities and their derivatives, element by element.
extension Kernel {
  /// y = f(x). `y` may be `x`.
  static func activate(
    _ kind: Activation, _ x: UnsafePointer<Float>, count: Int, into y: UnsafeMutablePointer<Float>
  ) {
    switch kind {
    case .relu: map(x, count, y) { csimd_max($0, csimd_broadcast(0)) }
    case .gelu: map(x, count, y) { gelu($0) }
    case .geluTanh: map(x, count, y) { geluTanh($0) }
    }
  }

  /// dx = dy f'(x). `dx` may be `dy`.
  static func activateBackward(
    _ kind: Activation, x: UnsafePointer<Float>, outputGradient dy: UnsafePointer<Float>, count: Int,
    into dx: UnsafeMutablePointer<Float>
  ) {
    switch kind {
    case .relu: map(x, dy, count, dx) { csimd_where_less(csimd_broadcast(0), $0, $1, csimd_broadcast(0)) }
    case .gelu: map(x, dy, count, dx) { geluSlope($0) * $1 }
    case .geluTanh: map(x, dy, count, dx) { geluTanhSlope($0) * $1 }
    }
  }

  /// x Phi(x) = x / 2 + x / 2 erf(x / sqrt 2).
  @inline(__always)
  private static func gelu(_ x: Lanes) -> Lanes {
    let half = x * csimd_broadcast(0.5)
    return csimd_fma(half, csimd_erf(x * csimd_broadcast(0.70710678)), half)
  }

  /// Phi(x) + x phi(x).
  @inline(__always)
  private static func geluSlope(_ x: Lanes) -> Lanes {
    let half = csimd_broadcast(0.5)
    let phi = csimd_exp(x * x * csimd_broadcast(-0.5)) * csimd_broadcast(0.3989422804)
    let distribution = csimd_fma(csimd_erf(x * csimd_broadcast(0.70710678)), half, half)
    return csimd_fma(x, phi, distribution)
  }

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
