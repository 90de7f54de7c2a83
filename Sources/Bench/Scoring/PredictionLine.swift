import Data

/// One line of a file of predictions, checked by itself.
struct PredictionLine {
  /// Counted from 1.
  let line: Int
  let index: Int
  let value: Float
  let seed: Int?
  let split: String?

  private static let fields = ["index", "prediction", "seed", "split"]
  private static let sample = #"Each line is one object: {"index":0,"prediction":3.2}."#

  init(_ bytes: [UInt8], file: String, line: Int) throws(JSONLinesError) {
    func problem(_ field: String?, _ problem: String, _ mend: String = Self.sample) -> JSONLinesError {
      JSONLinesError(file: file, line: line, field: field, problem: problem, mend: mend)
    }
    let document: JSONValue
    do {
      document = try JSONValue(parsing: bytes)
    } catch {
      if Self.namesNoNumber(bytes) {
        throw problem("prediction", "it is not a finite number.", Self.divergence)
      }
      throw problem(nil, "it is not valid JSON: column \(error.column): \(error.what).")
    }
    guard case .object(let members) = document else { throw problem(nil, "it is \(document.kindName), not an object.") }
    if let stranger = members.keys.sorted().first(where: { !Self.fields.contains($0) }) {
      throw problem(stranger, "it is unknown.", "Known: \(Self.fields.joined(separator: ", ")).")
    }
    func wholeNumber(_ field: String) throws(JSONLinesError) -> Int? {
      guard let value = members[field] else { return nil }
      guard case .integer(let number) = value, number >= 0 else {
        throw problem(field, "it is not a whole number from 0 on.")
      }
      return number
    }
    guard let index = try wholeNumber("index") else { throw problem("index", "it is missing.") }
    self.line = line
    self.index = index
    seed = try wholeNumber("seed")
    switch members["prediction"] {
    case nil: throw problem("prediction", "it is missing.")
    case .integer(let number): value = Float(number)
    case .real(let number): value = Float(number)
    case let other?: throw problem("prediction", "it is \(other.kindName), not a number.", Self.divergence)
    }
    guard value.isFinite else {
      throw problem("prediction", "it is too large for a number of 32 bits.", Self.divergence)
    }
    switch members["split"] {
    case nil: split = nil
    case .string(let name): split = name
    case let other?: throw problem("split", "it is \(other.kindName), not a name.")
    }
  }

  private static let divergence =
    "A model that answers no number has diverged: train it again; leaving lines out does not help."

  /// What Python and JavaScript write for a number that JSON does not have.
  private static func namesNoNumber(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.contains("nan") || text.contains("inf")
  }
}
