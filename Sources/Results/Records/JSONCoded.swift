import Storage

/// A value with a JSON form that is read back as the same value, to the bit.
protocol JSONCoded {
  var json: JSONValue { get }

  /// Reads what `json` wrote, and nothing else.
  init(_ reader: FixtureReader) throws(FixtureProblem)
}

extension JSONValue {
  /// JSON has no number for NaN and the infinities: those are the strings `NaN`, `inf` and `-inf`.
  static func number(_ value: Double) -> JSONValue {
    if value.isFinite { return .real(value) }
    return value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf"
  }

  static func number(_ value: Double?) -> JSONValue { value.map { number($0) } ?? .null }

  static func optional(_ value: (some JSONCoded)?) -> JSONValue { value?.json ?? .null }

  static func list(_ values: [some JSONCoded]) -> JSONValue { .array(values.map(\.json)) }

  static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  static func integers(_ values: [Int]) -> JSONValue { .array(values.map { .integer($0) }) }
}

extension FixtureReader {
  /// Any number, also one that is not finite.
  func anyNumber() throws(FixtureProblem) -> Double {
    guard case .string(let word) = value else { return try number() }
    switch word {
    case "NaN": return .nan
    case "inf": return .infinity
    case "-inf": return -.infinity
    default: throw problem("expected a number, \"NaN\", \"inf\" or \"-inf\", found \"\(word)\"")
    }
  }

  /// Nil for null.
  func present() -> FixtureReader? { value == .null ? nil : self }

  func read<Value: JSONCoded>(_: Value.Type = Value.self) throws(FixtureProblem) -> Value { try Value(self) }

  func optional<Value: JSONCoded>(_: Value.Type = Value.self) throws(FixtureProblem) -> Value? {
    guard let present = present() else { return nil }
    return try Value(present)
  }

  func list<Value: JSONCoded>(_: Value.Type = Value.self) throws(FixtureProblem) -> [Value] {
    var values: [Value] = []
    for element in try elements() { values.append(try Value(element)) }
    return values
  }

  func strings() throws(FixtureProblem) -> [String] {
    var strings: [String] = []
    for element in try elements() { strings.append(try element.string()) }
    return strings
  }

  func integers() throws(FixtureProblem) -> [Int] {
    var integers: [Int] = []
    for element in try elements() { integers.append(try element.integer()) }
    return integers
  }

  func counts() throws(FixtureProblem) -> [Int] {
    var counts: [Int] = []
    for element in try elements() { counts.append(try element.count()) }
    return counts
  }

  /// How many things there are: more than anybody counts, and few enough that a file of such counts can be added up.
  func count(atLeast least: Int = 0) throws(FixtureProblem) -> Int {
    let counts = least...1 << 40
    let count = try integer()
    guard counts.contains(count) else {
      throw problem("expected a count from \(counts.lowerBound) to \(counts.upperBound), found \(count)")
    }
    return count
  }

  func optionalNumber() throws(FixtureProblem) -> Double? {
    guard let present = present() else { return nil }
    return try present.anyNumber()
  }

  /// One of these words.
  func word<Word: RawRepresentable & CaseIterable>(
    _: Word.Type = Word.self
  ) throws(FixtureProblem) -> Word where Word.RawValue == String {
    let string = try string()
    guard let word = Word(rawValue: string) else {
      throw problem("\"\(string)\" is none of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }
}
