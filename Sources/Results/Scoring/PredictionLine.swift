import Data
import Storage

/// One line of a file of predictions, checked by itself.
struct PredictionLine {
  /// Counted from 1.
  let line: Int
  let index: Int
  let answer: PredictedAnswer
  let seed: Int?
  let split: String?

  /// What a line of JSON has.
  ///
  /// - Parameter form: what the answer must be, and in which field it stands.
  static func members(
    of bytes: [UInt8], _ form: PredictedAnswer.Form, file: String, line: Int
  ) throws(JSONLinesError) -> [String: JSONValue] {
    let document: JSONValue
    do {
      document = try JSONValue(parsing: bytes)
    } catch {
      if form == .number, answersNoNumber(bytes, at: error.column) {
        throw problem(file, line, form, "prediction", "it is not a finite number.", PredictedAnswer.divergence)
      }
      throw problem(file, line, form, nil, "it is not valid JSON: column \(error.column): \(error.what).")
    }
    guard case .object(let members) = document else {
      throw problem(file, line, form, nil, "it is \(document.kindName), not an object.")
    }
    return members
  }

  private static func problem(
    _ file: String, _ line: Int, _ form: PredictedAnswer.Form, _ field: String?, _ problem: String,
    _ mend: String? = nil
  ) -> JSONLinesError {
    JSONLinesError(
      file: file.printable, line: line, field: field?.printable, problem: problem.printable,
      mend: mend ?? "Each line is one object: \(form.sample).")
  }

  /// - Parameter form: what the answer must be, and in which field it stands.
  init(
    _ members: [String: JSONValue], _ form: PredictedAnswer.Form, file: String, line: Int
  ) throws(JSONLinesError) {
    func problem(_ field: String?, _ problem: String, _ mend: String? = nil) -> JSONLinesError {
      Self.problem(file, line, form, field, problem, mend)
    }
    let fields = ["index", form.rawValue, "seed", "split"] + (form == .path ? ["finished"] : [])
    if let stranger = members.keys.sorted().first(where: { !fields.contains($0) }) {
      throw problem(stranger, "it is unknown.", "Known: \(fields.joined(separator: ", ")).")
    }
    func wholeNumber(_ field: String) throws(JSONLinesError) -> Int? {
      guard let value = members[field] else { return nil }
      guard let number = value.wholeNumber, number >= 0 else {
        throw problem(field, "it is not a whole number from 0 on.")
      }
      return number
    }
    guard let index = try wholeNumber("index") else { throw problem("index", "it is missing.") }
    self.line = line
    self.index = index
    seed = try wholeNumber("seed")
    guard let answer = members[form.rawValue] else { throw problem(form.rawValue, "it is missing.") }
    do throws(NoAnswer) {
      self.answer = try PredictedAnswer(answer, form).finished(members["finished"])
    } catch {
      throw problem(form.rawValue, error.what, error.mend)
    }
    switch members["split"] {
    case nil: split = nil
    case .string(let name): split = name
    case let other?: throw problem("split", "it is \(other.kindName), not a name.")
    }
  }

  /// Whether the text stops being JSON where a prediction should stand, at what Python writes for a number that JSON does
  /// not have: `"prediction": -Infinity`.
  ///
  /// - Parameter column: from 1, where the parser stopped: behind a sign, if there is one.
  private static func answersNoNumber(_ bytes: [UInt8], at column: Int) -> Bool {
    let isSpaceOrSign = { (byte: UInt8) in [0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte) }
    var before = bytes[..<min(column - 1, bytes.count)]
    let word = bytes[before.endIndex...].drop(while: isSpaceOrSign).prefix { ![0x2C, 0x7D, 0x20, 0x0D].contains($0) }
    while let last = before.last, isSpaceOrSign(last) || last == UInt8(ascii: ":") { before.removeLast() }
    return before.suffix(12).elementsEqual("\"prediction\"".utf8)
      && PredictedAnswer.isNoNumber(String(decoding: word, as: UTF8.self))
  }
}
