import CSIMD
import Testing

@Suite struct CSIMDTests {
  @Test func aLogicalVectorHasSixteenLanes() {
    #expect(csimd_float16(repeating: 1).scalarCount == 16)
  }
}

#if os(Linux)
  @Suite struct QuietTestsTests {
    @Test func testsThatPassSayNothingUnlessThatIsAskedFor() {
      #expect(CommandLine.arguments.contains { ["--quiet", "--verbose"].contains($0) })
    }
  }
#endif
