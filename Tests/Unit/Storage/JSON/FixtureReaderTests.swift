import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct FixtureReaderTests {
  func reader(_ text: String) throws -> FixtureReader {
    try FixtureReader(Array(text.utf8), file: "fixtures/x.json", mend: "mend it")
  }

  func problem(_ body: () throws -> Void) -> FixtureProblem? {
    #expect(throws: FixtureProblem.self) { try body() }
  }

  @Test func aProblemNamesFileFieldAndMend() throws {
    let reader = try reader(#"{"claims": {"on path": [1, {"score": "high"}]}}"#)
    let problem = problem {
      let claim = try reader.members("claims")["claims"]!.entries()[0].reader
      _ = try claim.elements()[1].members("score")["score"]!.number()
    }
    #expect(problem?.field == #"claims["on path"][1].score"#)
    #expect(
      problem?.description
        == #"fixtures/x.json: claims["on path"][1].score: expected a number, found a string. To mend it: mend it"#)
  }

  @Test func missingAndUnknownFieldsAreRefused() throws {
    let reader = try reader(#"{"a": 1, "b": 2}"#)
    #expect(problem { _ = try reader.members("a", "b", "c") }?.what == "the field \"c\" is missing")
    #expect(problem { _ = try reader.members("a") }?.what == "the field \"b\" is unknown (known: a)")
    #expect(try reader.members("a", "b")["b"]?.integer() == 2)
  }

  @Test func everyTypeIsAskedFor() throws {
    let values = try reader(#"["text", 1, 1.5, null, true, [], {}, " "]"#).elements()
    #expect(try values[0].string() == "text" && values[1].integer() == 1 && values[2].number() == 1.5)
    #expect(try values[1].number() == 1)
    for index in values.indices where index != 0 && index != 7 {
      #expect(problem { _ = try values[index].string() } != nil)
    }
    for index in values.indices where index != 1 { #expect(problem { _ = try values[index].integer() } != nil) }
    for index in values.indices where index != 5 { #expect(problem { _ = try values[index].elements() } != nil) }
    for index in values.indices where index != 6 { #expect(problem { _ = try values[index].entries() } != nil) }
    #expect(problem { _ = try values[7].words() }?.what == "is empty")
    #expect(problem { _ = try values[0].fingerprint() }?.what == "\"text\" is no lowercase hexadecimal fingerprint")
  }

  @Test func aBrokenDocumentNamesItsLine() {
    #expect(problem { _ = try reader("{\n\"a\":") }?.field == "line 2, column 5")
  }
}
