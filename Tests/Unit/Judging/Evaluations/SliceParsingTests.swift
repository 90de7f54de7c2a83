import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct SliceParsingTests {
  private let attributes = ["n", "t", "d12", "seen"]

  private func parsing(_ text: String) throws -> Slice { try .parsing(text, attributes: attributes) }

  @Test func conditionsAreReadAsTheyArePrinted() throws {
    for slice in [
      Slice.of("n", 8...15), .of("t", 2...2), .of("n", 25...), .unseen, .largeUnseenGraphs.and(.of("t", 3...15)),
    ] {
      #expect(try parsing(slice.name) == slice)
    }
    #expect(try parsing("n=8...15,t=2") == Slice.of("n", 8...15).and(.of("t", 2...2)))
    #expect(try parsing("d12=-1...0") == .of("d12", -1...0))
    #expect(try parsing("n=8...,t=2").name == "n=8... t=2")
  }

  @Test(arguments: ["", " ", ",", "n", "n=", "n=x", "n=...8", "n=...", "n=9...8", "n=1...2...3", "n=8..15", "n=1.5"])
  func whatIsNoConditionIsRefused(text: String) {
    #expect(throws: SettingProblem.self) { try parsing(text) }
  }

  @Test func anUnknownColumnIsRefusedWithThoseThereAre() {
    #expect(throws: UnknownName(kind: "column of a slice", asked: "m", known: attributes)) { try parsing("n=8,m=3") }
    #expect(throws: SettingProblem.self) { try Slice.parsing("unseen", attributes: ["n"]) }
  }
}
