import CSIMD

/// Nonlinearities and their derivatives, element by element.
extension Kernel {
  /// y = f(x). `y` may be `x`.
  static func activate(
    _ kind: Activation, _ x: UnsafePointer<Float>, count: Int, into y: UnsafeMutablePointer<Float>
  ) {
    switch kind {
    case .relu: map(x, count, y) { csimd_max($0, csimd_broadcast(0)) }
    case .gelu: blocks(count) { i, lanes in store(gelu(load(x + i, lanes)), y + i, lanes) }
    case .geluTanh: map(x, count, y) { geluTanh($0) }
    case .sigmoid: map(x, count, y) { sigmoid($0) }
    case .step: map(x, count, y) { csimd_where_less(csimd_broadcast(0), $0, csimd_broadcast(1), csimd_broadcast(0)) }
    }
  }

  /// dx = dy f'(x). `dx` may be `dy`.
  static func activateBackward(
    _ kind: Activation, x: UnsafePointer<Float>, outputGradient dy: UnsafePointer<Float>, count: Int,
    into dx: UnsafeMutablePointer<Float>
  ) {
    switch kind {
    case .relu: map(x, dy, count, dx) { csimd_where_less(csimd_broadcast(0), $0, $1, csimd_broadcast(0)) }
    case .gelu:
      blocks(count) { i, lanes in
        var slope = geluSlope(load(x + i, lanes))
        let gradient = load(dy + i, lanes)
        for v in 0..<4 { slope[v] *= gradient[v] }
        store(slope, dx + i, lanes)
      }
    case .geluTanh: map(x, dy, count, dx) { geluTanhSlope($0) * $1 }
    case .sigmoid: map(x, dy, count, dx) { sigmoidSlope($0) * $1 }
    case .step: map(x, count, dx) { _ in csimd_broadcast(0) }
    }
  }

  /// Four vectors. A polynomial is a chain of products that wait for one another, so four of them go side by side.
  private typealias Four = InlineArray<4, Lanes>

  /// x Phi(x) = x / 2 + x / 2 erf(x / sqrt 2).
  @inline(__always)
  private static func gelu(_ x: Four) -> Four {
    var y = x
    for i in 0..<4 { y[i] = x[i] * csimd_broadcast(0.70710678) }
    withUnsafeMutablePointer(to: &y) { y in
      y.withMemoryRebound(to: Float.self, capacity: 64) { csimd_erf_four($0) }
    }
    for i in 0..<4 {
      let half = x[i] * csimd_broadcast(0.5)
      y[i] = csimd_fma(half, y[i], half)
    }
    return y
  }

  /// Phi(x) + x phi(x) = 1/2 + x R(x^2). As for erf, one polynomial about the middle of the range serves all of it, which
  /// halves the time of computing Phi and phi. Minimax in absolute error: 2e-8; beyond 5.7 the slope is 0 or 1 within 2e-7.
  @inline(__always)
  private static func geluSlope(_ x: Four) -> Four {
    let edge = csimd_broadcast(5.7)
    var (x, u, p) = (x, x, Four(repeating: csimd_broadcast(-0x1.0bf528p-9)))
    for i in 0..<4 {
      x[i] = csimd_min(edge, csimd_max(-edge, x[i]))
      u[i] = csimd_fma(x[i] * x[i], csimd_broadcast(1 / 16.25), csimd_broadcast(-1))
    }
    p = next(p, u, 0x1.596318p-8)
    p = next(p, u, -0x1.601c7cp-9)
    p = next(p, u, 0x1.9788f2p-10)
    p = next(p, u, -0x1.e30d48p-7)
    p = next(p, u, 0x1.d76a6ap-6)
    p = next(p, u, -0x1.109c74p-5)
    p = next(p, u, 0x1.5b26d4p-5)
    p = next(p, u, -0x1.ddbb9p-5)
    p = next(p, u, 0x1.1a5392p-4)
    p = next(p, u, -0x1.244294p-4)
    p = next(p, u, 0x1.17e87cp-4)
    p = next(p, u, -0x1.f65ce4p-5)
    p = next(p, u, 0x1.b48598p-5)
    p = next(p, u, -0x1.8cc09cp-5)
    p = next(p, u, 0x1.9a9d5cp-5)
    p = next(p, u, -0x1.01b294p-4)
    p = next(p, u, 0x1.fc807ap-4)
    for i in 0..<4 { p[i] = csimd_fma(x[i], p[i], csimd_broadcast(0.5)) }
    return p
  }

  /// One more power of a polynomial.
  @inline(__always)
  private static func next(_ p: Four, _ u: Four, _ coefficient: Float) -> Four {
    var p = p
    for i in 0..<4 { p[i] = csimd_fma(p[i], u[i], csimd_broadcast(coefficient)) }
    return p
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

  /// Visits 64 elements at a time; the last may be fewer.
  @inline(__always)
  private static func blocks(_ count: Int, _ body: (_ first: Int, _ count: Int) -> Void) {
    var first = 0
    while first + 64 <= count {
      body(first, 64)
      first += 64
    }
    if first < count { body(first, count - first) }
  }

  /// `count` elements, zeros after them.
  @inline(__always)
  private static func load(_ x: UnsafePointer<Float>, _ count: Int) -> Four {
    var four = Four(repeating: csimd_broadcast(0))
    for v in 0..<4 {
      four[v] = count == 64 ? csimd_load(x + 16 * v) : csimd_load_first(x + 16 * v, lanes(v, of: count))
    }
    return four
  }

  @inline(__always)
  private static func store(_ four: Four, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
    for v in 0..<4 {
      if count == 64 {
        csimd_store(y + 16 * v, four[v])
      } else {
        csimd_store_first(y + 16 * v, lanes(v, of: count), four[v])
      }
    }
  }

  /// How many of `count` elements lie in the vector.
  @inline(__always)
  private static func lanes(_ vector: Int, of count: Int) -> Int32 {
    Int32(truncatingIfNeeded: max(0, min(16, count - 16 * vector)))
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
