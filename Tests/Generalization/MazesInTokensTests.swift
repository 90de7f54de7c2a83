import Bench
import Judging
import Testing

/// Where a network that reads mazes as sequences of tokens begins its path, in sizes that it was not shown.
@Suite(.thresholdTable) struct MazesInTokens {
  // MARK: Loss on the path, learned absolute positions, one size

  @Test func pathAbsoluteOneAtItsSize() async throws {
    try await check({ .mazeTokens(.init(.path, .absolute, .one), $0) })
  }

  /// Loss on the path alone does not cure it of knowing the start by its place.
  @Test func pathAbsoluteOneFailsIn3x3() async throws {
    try await check({ .mazeTokens(.init(.path, .absolute, .one), $0) })
  }

  @Test func pathAbsoluteOneFailsIn5x5() async throws {
    try await check({ .mazeTokens(.init(.path, .absolute, .one), $0) })
  }

  // MARK: Other positions

  @Test func pathRotaryOneIn3x3() async throws {
    try await check({ .mazeTokens(.init(.path, .rotary, .one), $0) })
  }

  @Test func pathRotaryOneIn5x5() async throws {
    try await check({ .mazeTokens(.init(.path, .rotary, .one), $0) })
  }

  // MARK: More sizes

  @Test func pathAbsoluteThreeIn3x3() async throws {
    try await check({ .mazeTokens(.init(.path, .absolute, .three), $0) })
  }

  @Test func pathAbsoluteThreeIn5x5() async throws {
    try await check({ .mazeTokens(.init(.path, .absolute, .three), $0) })
  }

  /// Three sizes are three places learned by heart; a fourth is none of them.
  @Test func pathAbsoluteThreeFailsIn6x6() async throws {
    try await check({ .mazeTokens(.init(.path, .absolute, .three), $0) })
  }

  @Test func pathRotaryThreeIn3x3() async throws {
    try await check({ .mazeTokens(.init(.path, .rotary, .three), $0) })
  }

  @Test func pathRotaryThreeIn6x6() async throws {
    try await check({ .mazeTokens(.init(.path, .rotary, .three), $0) })
  }

  // MARK: Loss on the whole sequence, over as many examples

  @Test func sequenceAbsoluteOneFailsIn3x3() async throws {
    try await check({ .mazeTokens(.init(.sequence, .absolute, .one), $0) })
  }

  @Test func sequenceRotaryOneIsSlower() async throws {
    try await check({ .mazeTokens(.init(.sequence, .rotary, .one), $0) })
  }

  @Test func sequenceAbsoluteThreeIsSlower() async throws {
    try await check({ .mazeTokens(.init(.sequence, .absolute, .three), $0) })
  }

  @Test func sequenceRotaryThreeIsSlower() async throws {
    try await check({ .mazeTokens(.init(.sequence, .rotary, .three), $0) })
  }
}
