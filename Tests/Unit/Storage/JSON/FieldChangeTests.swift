import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct FieldChangeTests {
  static func changes(_ old: String, _ new: String) throws -> [String] {
    try JSONValue(parsing: Array(old.utf8)).changes(to: JSONValue(parsing: Array(new.utf8))).map(\.description)
  }

  static let old = #"{"about": {"seeds": [1, 2.5, 3]}, "small target": {"score": 0.5}, "x": null}"#

  @Test func equalDocumentsDoNotDiffer() throws {
    #expect(try Self.changes(Self.old, Self.old).isEmpty)
    #expect(try Self.changes(#"{"a": 1, "b": 2}"#, #"{ "b": 2, "a": 1 }"#).isEmpty)
  }

  @Test func everyFieldSaysWhatItWasAndWhatItIs() throws {
    let new = #"{"about": {"seeds": [1, 2.25]}, "small target": {"score": "none"}, "y": true}"#
    #expect(
      try Self.changes(Self.old, new) == [
        "about.seeds[1]: 2.5 -> 2.25", "about.seeds[2]: 3 -> (gone)", #"["small target"].score: 0.5 -> "none""#,
        "x: null -> (gone)", "y: (nothing) -> true",
      ])
  }

  @Test func anotherKindIsOneChange() throws {
    #expect(try Self.changes(#"{"a": [1, 2]}"#, #"{"a": {"b": 1}}"#) == ["a: a list of 2 -> an object of 1"])
    #expect(try Self.changes("[]", "1") == ["a list of 0 -> 1"])
    // A whole number and a number are two things to a reader of fixtures.
    #expect(try Self.changes("[1]", "[1.0]") == ["[0]: 1 -> 1.0"])
  }

  @Test func aHashIsCutShort() throws {
    let hashes = ["0", "f"].map { String(repeating: $0, count: 64) }
    #expect(
      try Self.changes("[\"\(hashes[0])\"]", "[\"\(hashes[1])\"]") == ["[0]: 000000000000... -> ffffffffffff..."])
  }
}
