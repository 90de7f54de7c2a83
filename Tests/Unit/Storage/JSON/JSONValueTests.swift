import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct JSONValueTests {
  static func parse(_ text: String) throws(JSONProblem) -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  static let sample: JSONValue = [
    "b": [1, 2.5, "three", .null, .bool(true)], "a": ["inner": ["deep": [[], ["k": -0.0]]]],
    "é": "\u{1}\"\\\n\u{1F600}",
    "empty": [:],
  ]

  @Test func keysAreSortedAndShortListsStayOnALine() {
    let text = JSONValueTests.sample.text
    #expect(
      text == #"""
        {
          "a": {
            "inner": {
              "deep": [
                [],
                { "k": -0.0 }
              ]
            }
          },
          "b": [1, 2.5, "three", null, true],
          "empty": {},
          "é": "\u0001\"\\\n😀"
        }

        """#)
  }

  @Test func aListThatDoesNotFitStandsOneALine() {
    let text = JSONValue.array((0..<40).map { .integer(1_000 + $0) }).text
    #expect(text.hasPrefix("[\n  1000,\n  1001,"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(try Self.parse(Self.sample.text) == Self.sample)
  }

  @Test func randomDocumentsSurviveTheRoundTrip() throws {
    var generator = SplitMix(17)
    for _ in 0..<300 {
      let document = Self.random(depth: 4, using: &generator)
      #expect(try Self.parse(document.text) == document)
    }
  }

  @Test func everyFiniteDoubleKeepsItsBits() throws {
    var generator = SplitMix(23)
    var doubles = [
      0.1, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, -0.0, 1, 1e22, 123_456_789_012_345_680,
    ]
    doubles += (0..<2_000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    for double in doubles {
      guard case .real(let found) = try Self.parse(JSONValue.real(double).text) else {
        Issue.record("\(double) came back as no real")
        continue
      }
      #expect(found.bitPattern == double.bitPattern)
    }
  }

  @Test func wholeNumbersStayWhole() throws {
    #expect(try Self.parse("-9223372036854775808") == .integer(.min))
    #expect(try Self.parse("9223372036854775808") == .real(0x1p63))
    #expect(try Self.parse("1.0") == .real(1))
    #expect(try Self.parse("1E2") == .real(100))
  }

  @Test func aDocumentCutAnywhereIsRefused() {
    let bytes = Array(Self.sample.text.utf8)
    for length in 0..<bytes.count - 1 {
      #expect(throws: JSONProblem.self, "\(length) bytes") { try JSONValue(parsing: Array(bytes[..<length])) }
    }
  }

  @Test func aFlippedBitIsRefusedOrReadButNeverCrashes() {
    let bytes = Array(Self.sample.text.utf8)
    var refused = 0
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << (bit % 8)
      do { _ = try JSONValue(parsing: flipped) } catch { refused += 1 }
    }
    #expect(refused > bytes.count)
  }

  @Test(arguments: [
    (#"{"a": 1, "a": 2}"#, "the name \"a\" is there twice"), ("{} {}", "more text after the end"), ("1 2", "more text"),
    ("NaN", "NaN and Infinity are none"), ("-Infinity", "expected a digit"), ("nul", "expected a value"),
    ("1e999", "too large"), ("01", "more text"), ("1.", "expected a digit"), (".5", "expected a value"),
    ("+1", "expected a value"), ("[1,]", "expected a value"), (#"{"a": 1,}"#, "expected a name"),
    ("{a: 1}", "expected a name"),
    ("[1 2]", "expected ',' or ']'"), (#"{"a" 1}"#, "expected ':'"), ("'a'", "expected double quotes"),
    ("\"a\nb\"", "control character"),
    (#""\x""#, "an escape"), (#""\u12""#, "four hexadecimal digits"), (#""\ud800""#, "surrogate"),
    (#""\udc00\ud800""#, "surrogate"),
    ("", "the text ends"), ("// c\n1", "expected a value"), ("\u{FEFF}1", "expected a value"),
    ("\"open", "does not end"),
  ])
  func whatIsNotJSONIsRefusedWithAReason(text: String, reason: String) {
    let problem = #expect(throws: JSONProblem.self) { try Self.parse(text) }
    #expect(problem?.what.contains(reason) == true, "\(problem?.what ?? "")")
  }

  @Test func aStringThatIsNotUTF8IsRefused() {
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x22, 0xC3, 0x22]) }
  }

  @Test func surrogatePairsAndEscapesAreUnderstood() throws {
    #expect(try Self.parse(#""\ud83d\ude00\u00e9\/\b\f\t\r\n""#) == .string("😀é/\u{8}\u{C}\t\r\n"))
  }

  @Test func nestingEndsBeforeTheStackDoes() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    _ = try Self.parse(nested(JSONParser.deepest))
    #expect(throws: JSONProblem.self) { try Self.parse(nested(JSONParser.deepest + 1)) }
    #expect(throws: JSONProblem.self) { try Self.parse(nested(1_000_000)) }
  }

  @Test func aProblemSaysWhere() {
    let problem = #expect(throws: JSONProblem.self) { try Self.parse("{\n  \"a\": 1,\n  \"b\": x\n}") }
    #expect(problem?.line == 3 && problem?.column == 8)
  }

  @Test func aNumberThatJSONDoesNotHaveIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = JSONValue.real(.nan).text }
  }

  static func random(depth: Int, using generator: inout SplitMix) -> JSONValue {
    switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int(truncatingIfNeeded: generator.next()))
    case 3: return .real(Double.random(in: -1e3...1e3, using: &generator))
    case 4: return .string(randomString(using: &generator))
    case 5:
      return .array(
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      var members: [String: JSONValue] = [:]
      for _ in 0..<Int.random(in: 0..<4, using: &generator) {
        members[randomString(using: &generator)] = random(depth: depth - 1, using: &generator)
      }
      return .object(members)
    }
  }

  static func randomString(using generator: inout SplitMix) -> String {
    var string = ""
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      let value = UInt32.random(in: 0..<0x11000, using: &generator)
      string.unicodeScalars.append(Unicode.Scalar(value % 3 == 0 ? value : value % 128) ?? "?")
    }
    return string
  }
}
