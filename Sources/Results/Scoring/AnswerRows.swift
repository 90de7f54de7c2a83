import Data
import Storage
import Training

/// The rows of a file of answers, before any of them is looked at: of JSON Lines, or of comma-separated text whose first
/// line names an `index`. Of a file that a run wrote, those of other splits are passed over while they are read: there
/// may be millions.
struct AnswerRows {
  struct Row {
    /// Counted from 1.
    let line: Int
    var members: [String: JSONValue]
  }

  var rows: [Row] = []
  let file: String
  /// Of those that were passed over, each once.
  private(set) var otherSplits: [String] = []

  init(_ bytes: [UInt8], file: String, of examples: Examples) throws(JSONLinesError) {
    self.file = file
    let text: ArraySlice<UInt8>
    do throws(ForeignText.Problem) {
      text = try ForeignText.utf8(bytes)
    } catch {
      throw problem(nil, "it \(error.what).", "To mend it: \(error.mend).")
    }
    if Self.namesColumns(text) {
      try readTable(text, Array(examples.name.utf8))
    } else {
      try readLines(text, Array(examples.name.utf8), examples.answerForm)
    }
  }

  private static func namesColumns(_ text: ArraySlice<UInt8>) -> Bool {
    let first = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return first.split(separator: UInt8(ascii: ",")).contains { $0.elementsEqual("index".utf8) }
  }

  private mutating func readLines(
    _ text: ArraySlice<UInt8>, _ split: [UInt8], _ form: PredictedAnswer.Form
  ) throws(JSONLinesError) {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (place, line) in lines.enumerated() {
      if let other = Self.split(ofRunsLine: line), !other.elementsEqual(split) {
        passOver(other)
      } else {
        let members = try PredictionLine.members(of: Array(line), form, file: file, line: place + 1)
        rows.append(Row(line: place + 1, members: members))
      }
    }
  }

  /// The split in a line as a run writes it: `{"experiment":"...","stage":"...","split":"..."`. Nil of any other line.
  private static func split(ofRunsLine line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let pieces = line.split(separator: UInt8(ascii: "\""), maxSplits: 12, omittingEmptySubsequences: false)
    guard pieces.count == 13, pieces[1].elementsEqual("experiment".utf8), pieces[9].elementsEqual("split".utf8) else {
      return nil
    }
    return pieces[11]
  }

  private mutating func readTable(_ text: ArraySlice<UInt8>, _ split: [UInt8]) throws(JSONLinesError) {
    do throws(CommaSeparatedText.Problem) {
      var table = try CommaSeparatedText(text)
      let place = table.columns.contains("experiment") ? table.columns.firstIndex(of: "split") : nil
      while let row = try table.next() {
        if let place, !row.cells[place].elementsEqual(split) {
          passOver(row.cells[place])
        } else {
          rows.append(Row(line: row.line, members: Self.members(table.columns, row.cells)))
        }
      }
    } catch {
      throw problem(nil, error.what, "Write as many cells as there are columns, between commas.", error.line)
    }
  }

  /// An empty cell is no member, and a cell that is JSON is what it says: a number, a list.
  private static func members(_ columns: [String], _ cells: [ArraySlice<UInt8>]) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      members[column] = (try? JSONValue(parsing: Array(cell))) ?? .string(String(decoding: cell, as: UTF8.self))
    }
    return members
  }

  private mutating func passOver(_ split: ArraySlice<UInt8>) {
    guard otherSplits.last?.utf8.elementsEqual(split) != true else { return }
    let name = String(decoding: split, as: UTF8.self)
    if !otherSplits.contains(name) { otherSplits.append(name) }
  }

  func problem(_ field: String?, _ what: String, _ mend: String, _ line: Int? = nil) -> JSONLinesError {
    JSONLinesError(file: file.printable, line: line, field: field, problem: what.printable, mend: mend.printable)
  }
}
