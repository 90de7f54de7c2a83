/// Reads one JSON document, more strictly than most: a name twice in one object, anything after the document, a number
/// too large for a Double, or nesting beyond `deepest` is refused.
struct JSONParser {
  /// Levels of nesting; a fixture has five, and recursion must end before the stack does.
  static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func document(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    if parser.next != nil { throw parser.problem("more text after the end of the document") }
    return value
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func problem(_ what: String, at place: Int? = nil) -> JSONProblem {
    let before = bytes[..<min(place ?? position, bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return JSONProblem(line: line, column: before.count - lineStart + 1, what: what)
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    guard depth < Self.deepest else { throw problem("nested deeper than \(Self.deepest) levels") }
    skipSpace()
    guard let first = next else { throw problem("the text ends where a value should begin") }
    switch first {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: return try word()
    }
  }

  private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue {
    position += 1
    var members: [String: JSONValue] = [:]
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      let start = position
      guard next == UInt8(ascii: "\"") else {
        throw problem(next == UInt8(ascii: "'") ? Self.singleQuotes : "expected a name in quotes")
      }
      let name = try string()
      if members[name] != nil { throw problem("the name \"\(name)\" is there twice", at: start) }
      skipSpace()
      guard take(":") else { throw problem("expected ':' after the name \"\(name)\"") }
      members[name] = try value(depth: depth + 1)
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw problem("expected ',' or '}'") }
    }
  }

  private mutating func array(depth: Int) throws(JSONProblem) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw problem("expected ',' or ']'") }
    }
  }

  private mutating func word() throws(JSONProblem) -> JSONValue {
    let words: [(String, JSONValue)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
    for (word, value) in words where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    if next == UInt8(ascii: "'") { throw problem(Self.singleQuotes) }
    throw problem("expected a value (NaN and Infinity are none)")
  }

  private static let singleQuotes =
    "expected double quotes, found single ones (in Python json.dumps writes JSON, str does not)"

  // MARK: Numbers

  private mutating func digits() throws(JSONProblem) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    if position == start { throw problem("expected a digit") }
  }

  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = position
    var isWhole = true
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let real = Double(text), real.isFinite else { throw problem("\(text) is too large", at: start) }
    return .real(real)
  }

  // MARK: Strings

  private mutating func string() throws(JSONProblem) -> String {
    let start = position
    position += 1
    var content: [UInt8] = []
    while true {
      guard let byte = next else { throw problem("a string that does not end", at: start) }
      if byte < 0x20 { throw problem("a control character inside a string") }
      position += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        content += String(Character(try escape())).utf8
      } else {
        content.append(byte)
      }
    }
    guard let string = String(validating: content, as: UTF8.self) else {
      throw problem("a string that is not UTF-8", at: start)
    }
    return string
  }

  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    let letter = next
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedScalar()
    default: throw problem("an escape that JSON does not have", at: position - 2)
    }
  }

  private mutating func escapedScalar() throws(JSONProblem) -> Unicode.Scalar {
    let start = position - 2
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Half of a pair: only a leading half followed by a trailing one makes a scalar.
    if (0xD800..<0xDC00).contains(first), take("\\"), take("u") {
      let second = try codeUnit()
      if (0xDC00..<0xE000).contains(second) {
        return Unicode.Scalar(0x10000 + UInt32(first - 0xD800) << 10 + UInt32(second - 0xDC00))!
      }
    }
    throw problem("half of a surrogate pair", at: start)
  }

  private mutating func codeUnit() throws(JSONProblem) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem("expected four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}

extension JSONValue {
  /// The document in these bytes.
  package init(parsing bytes: [UInt8]) throws(JSONProblem) {
    self = try JSONParser.document(bytes)
  }
}
