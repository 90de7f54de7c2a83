import Data
import Storage

/// Why a value is no answer.
struct NoAnswer: Error {
  let what: String
  /// Nil: a line as it should be.
  var mend: String?
}

extension PredictedAnswer {
  static let divergence =
    "A model that answers no number has diverged: train it again; leaving lines out does not help."

  init(_ value: JSONValue, _ form: Form) throws(NoAnswer) {
    switch form {
    case .number: self = .number(try Self.number(value))
    case .numbers: self = .numbers(try Self.numbers(value))
    case .path: self = .path(try Self.path(value))
    }
  }

  /// A path that says of itself whether it is finished, 1 or 0.
  func finished(_ value: JSONValue?) throws(NoAnswer) -> PredictedAnswer {
    guard let value, case .path(let cells, _) = self else { return self }
    guard let number = value.wholeNumber, 0...1 ~= number else {
      throw NoAnswer(what: "whether it is finished is neither 1 nor 0.")
    }
    return .path(cells, isFinished: number == 1)
  }

  private static func number(_ value: JSONValue) throws(NoAnswer) -> Float {
    let number: Float
    switch value {
    case .integer(let whole): number = Float(whole)
    case .real(let real): number = Float(real)
    // What JavaScript and pandas make of NaN.
    case .null: throw NoAnswer(what: "it is null, not a number.", mend: divergence)
    case .string(let text):
      throw NoAnswer(what: "it is a string, not a number.", mend: isNoNumber(text) ? divergence : nil)
    default: throw NoAnswer(what: "it is \(value.kindName), not a number.")
    }
    guard number.isFinite else {
      throw NoAnswer(what: "it is too large for a number of 32 bits.", mend: divergence)
    }
    return number
  }

  private static func numbers(_ value: JSONValue) throws(NoAnswer) -> [Float] {
    guard case .array(let values) = value else {
      throw NoAnswer(what: "it is \(value.kindName), not a list of numbers.")
    }
    var numbers: [Float] = []
    for value in values { numbers.append(try number(value)) }
    return numbers
  }

  /// Whether a word is how some program writes what is no finite number.
  static func isNoNumber(_ word: String) -> Bool {
    let name = word.lowercased().drop { $0 == "-" || $0 == "+" }
    return ["nan", "inf", "infinity"].contains(String(name))
  }

  private static func path(_ value: JSONValue) throws(NoAnswer) -> [Cell] {
    guard case .array(let cells) = value else { throw NoAnswer(what: "it is \(value.kindName), not a list of cells.") }
    var path: [Cell] = []
    for (place, cell) in cells.enumerated() {
      guard case .array(let ends) = cell, ends.count == 2, let row = ends[0].wholeNumber,
        let column = ends[1].wholeNumber, Self.lattice ~= row, Self.lattice ~= column
      else {
        throw NoAnswer(
          what: "its cell \(place) is not a row and a column, whole numbers up to \(Self.lattice.upperBound).")
      }
      path.append(Cell(row, column))
    }
    return path
  }

  /// What a cell may be; it need not be in the maze.
  private static let lattice = -32_000...32_000
}
