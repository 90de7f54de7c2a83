import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct SliceTests {
  @Test func aSliceIsNamedAfterItsRange() {
    #expect(Slice.of("n", 8...15).name == "n=8...15")
    #expect(Slice.of("t", 2...2).name == "t=2")
  }

  @Test func bothSlicesMustHold() {
    let both = Slice.of("n", 8...15).and(.of("t", 2...2))
    #expect(both.name == "n=8...15 t=2")
    #expect(both.conditions == [.init("n", 8...15), .init("t", 2...2)])
  }

  @Test func everythingAddsNothing() {
    let large = Slice.of("n", 8...15)
    #expect(large.and(.everything) == large && Slice.everything.and(large) == large)
    #expect(Slice.everything.conditions.isEmpty)
  }
}
