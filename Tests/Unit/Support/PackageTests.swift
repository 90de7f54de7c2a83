import CSIMD
import Testing

@Suite struct CSIMDTests {
  @Test func aLogicalVectorHasSixteenLanes() {
    #expect(csimd_float16(repeating: 1).scalarCount == 16)
  }
}
