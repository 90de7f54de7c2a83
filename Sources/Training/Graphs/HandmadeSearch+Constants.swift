extension HandmadeSearch.Constants {
  /// Large enough for every graph of so many vertices.
  ///
  /// * **Steepness.** Who is first reached through a head is told so by 1 / degree, at least 1 / (n - 1). With
  ///   C = 18 (n - 1) that is pressed to tanh(9) = 1 - 3e-8 or more, and to 1 in floats.
  /// * **Sink.** Each of n heads leaks e^-B to whom a vertex does not reach. Near zero a layer multiplies that by C / 2, so
  ///   after n layers it is some n e^-B (C / 2)^n. B is such that this stays below 2^-40, which is 1e-12, whatever the
  ///   floats round away.
  /// * **Seek.** The sink takes e^(B - S) of what it should not: with S = 2 B, as little as the leak.
  /// * **Patience.** Halfway between 0 and B + S.
  package static func exact(vertexCount n: Int) -> HandmadeSearch.Constants {
    let bits = n * bitWidth(9 * (n - 1)) + bitWidth(n) + 40
    let sink = Double((7 * bits + 9) / 10)  // ln 2 is below 7/10
    return HandmadeSearch.Constants(
      sink: sink, seek: 2 * sink, patience: 1.5 * sink, steepness: Double(18 * (n - 1)))
  }

  /// The logarithm to base 2, rounded up or one more.
  private static func bitWidth(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }
}
