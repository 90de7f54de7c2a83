/// The hash function SHA-256 of FIPS 180-4, fed piece by piece.
struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The bytes of the block not complete yet: the first `pendingCount` of these 64.
  private var pending = [UInt8](repeating: 0, count: 64)
  private var pendingCount = 0
  private var byteCount: UInt64 = 0

  mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
    byteCount &+= UInt64(bytes.count)
    var rest = bytes[...]
    while !rest.isEmpty {
      if pendingCount == 0 && rest.count >= 64 {
        compress(UnsafeRawBufferPointer(rebasing: rest.prefix(64)))
        rest = rest.dropFirst(64)
        continue
      }
      let taken = min(64 - pendingCount, rest.count)
      for (place, byte) in rest.prefix(taken).enumerated() { pending[pendingCount + place] = byte }
      pendingCount += taken
      rest = rest.dropFirst(taken)
      if pendingCount == 64 { compressPending() }
    }
  }

  /// Pads the message with a one bit, zeros and its length in bits, and returns the 32 bytes of its hash.
  mutating func finish() -> [UInt8] {
    let bitCount = (byteCount &* 8).bigEndian
    let zeroCount = (119 - pendingCount) % 64
    ([0x80] + [UInt8](repeating: 0, count: zeroCount)).withUnsafeBytes { absorb($0) }
    withUnsafeBytes(of: bitCount) { absorb($0) }
    return state.flatMap { word in withUnsafeBytes(of: word.bigEndian, Array.init) }
  }

  private mutating func compressPending() {
    let block = pending
    block.withUnsafeBytes { compress($0) }
    pendingCount = 0
  }

  /// One block of 64 bytes into the state.
  private mutating func compress(_ block: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for t in 0..<16 {
        schedule[t] = block.loadUnaligned(fromByteOffset: 4 * t, as: UInt32.self).bigEndian
      }
      for t in 16..<64 {
        let (w15, w2) = (schedule[t - 15], schedule[t - 2])
        let sigma0 = w15.rotated(7) ^ w15.rotated(18) ^ w15 >> 3
        let sigma1 = w2.rotated(17) ^ w2.rotated(19) ^ w2 >> 10
        schedule[t] = schedule[t - 16] &+ sigma0 &+ schedule[t - 7] &+ sigma1
      }
      mix(UnsafeBufferPointer(schedule))
    }
  }

  /// The 64 rounds, and the sum with the state before them.
  private mutating func mix(_ schedule: UnsafeBufferPointer<UInt32>) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    SHA256.constants.withUnsafeBufferPointer { constants in
      for t in 0..<64 {
        let choice = e & f ^ ~e & g
        let majority = a & b ^ a & c ^ b & c
        let rise = h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice &+ constants[t] &+ schedule[t]
        let turn = (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ rise, c, b, a, rise &+ turn)
      }
    }
    for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= word }
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = cubeRootFractions()

  /// By integers alone: the floor of 2^32 times the cube root of p is the greatest r with r^3 <= p 2^96.
  private static func cubeRootFractions() -> [UInt32] {
    let primes = (2...311).filter { number in (2..<number).allSatisfy { number % $0 != 0 } }
    return primes.map { prime in
      var root: UInt64 = 0
      for bit in (0..<35).reversed() where isCube(root | 1 << bit, atMost: UInt64(prime)) { root |= 1 << bit }
      return UInt32(truncatingIfNeeded: root)
    }
  }

  /// Whether r^3 <= prime * 2^96, for r below 2^35.
  private static func isCube(_ r: UInt64, atMost prime: UInt64) -> Bool {
    let square = r.multipliedFullWidth(by: r)
    let low = square.low.multipliedFullWidth(by: r)
    let high = square.high * r + low.high  // r^3 = high * 2^64 + low.low, and prime * 2^96 = (prime << 32) * 2^64.
    return high < prime << 32 || (high == prime << 32 && low.low == 0)
  }
}

extension UInt32 {
  fileprivate func rotated(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
