/// A text of RFC 4180: lines of cells between commas, the first with the columns' names. A cell in quotes may hold commas,
/// quotes (doubled) and line breaks. It is read row by row: a run's answers may be millions.
struct CommaSeparatedText {
  struct Row {
    /// Where it begins, from 1.
    let line: Int
    let cells: [ArraySlice<UInt8>]
  }

  /// What is wrong with it, and in which line.
  struct Problem: Error, Hashable {
    let line: Int
    let what: String
  }

  let columns: [String]
  private var reader: Reader

  init(_ bytes: ArraySlice<UInt8>) throws(Problem) {
    reader = Reader(rest: bytes)
    guard let head = try reader.row() else { throw Problem(line: 1, what: "it has no line of columns' names.") }
    columns = head.cells.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The next row, with a cell for each column; nil behind the last.
  mutating func next() throws(Problem) -> Row? {
    guard let row = try reader.row() else { return nil }
    guard row.cells.count == columns.count else {
      throw Problem(line: row.line, what: "it has \(row.cells.count) cells, and line 1 names \(columns.count).")
    }
    return row
  }
}

/// Takes a text row by row.
private struct Reader {
  typealias Problem = CommaSeparatedText.Problem

  private var rest: ArraySlice<UInt8>
  private var line = 1

  init(rest: ArraySlice<UInt8>) { self.rest = rest }

  /// The next; nil at the end of the text.
  mutating func row() throws(Problem) -> CommaSeparatedText.Row? {
    guard !rest.isEmpty else { return nil }
    let start = line
    var cells = [try cell()]
    while take(UInt8(ascii: ",")) { cells.append(try cell()) }
    _ = take(UInt8(ascii: "\r"))
    guard take(UInt8(ascii: "\n")) || rest.isEmpty else {
      throw Problem(line: line, what: "a cell goes on behind its closing quote.")
    }
    line += 1
    return CommaSeparatedText.Row(line: start, cells: cells)
  }

  private mutating func cell() throws(Problem) -> ArraySlice<UInt8> {
    guard take(UInt8(ascii: "\"")) else {
      let end = rest.firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
      let cell = rest[..<(end ?? rest.endIndex)]
      rest = rest[cell.endIndex...]
      return cell
    }
    let start = line
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") {
        guard take(byte) else { return text[...] }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      text.append(byte)
    }
    throw Problem(line: start, what: "a cell in quotes has no end: the file is cut short.")
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }
}
