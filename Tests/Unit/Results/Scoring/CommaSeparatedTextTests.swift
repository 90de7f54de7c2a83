import Testing

@testable import Results

@Suite struct CommaSeparatedTextTests {
  private func read(_ text: String) throws -> (columns: [String], rows: [[String]], lines: [Int]) {
    var table = try CommaSeparatedText(Array(text.utf8)[...])
    var (rows, lines): ([[String]], [Int]) = ([], [])
    while let row = try table.next() {
      rows.append(row.cells.map { String(decoding: $0, as: UTF8.self) })
      lines.append(row.line)
    }
    return (table.columns, rows, lines)
  }

  @Test func cellsMayHoldWhatSeparatesThem() throws {
    let text = try read("a,b\r\n1,\"x, \"\"y\"\"\nz\"\n,\"\"\n2,é")
    #expect(text.columns == ["a", "b"])
    #expect(text.rows == [["1", "x, \"y\"\nz"], ["", ""], ["2", "é"]])
    #expect(text.lines == [2, 4, 5])
    #expect(try read("a").rows.isEmpty && read("a,\n").columns == ["a", ""])
  }

  @Test(arguments: [
    ("", 1, "no line of columns"), ("a,b\n1\n", 2, "1 cells, and line 1 names 2"), ("a\n1,2\n", 2, "2 cells"),
    ("a\n\n1,2", 3, "2 cells"), ("a\n\"1\n2", 2, "has no end"), ("a\n\"1\"2\n", 2, "goes on behind"),
  ])
  func whatIsNoTableIsNamed(text: String, line: Int, what: String) {
    let problem = #expect(throws: CommaSeparatedText.Problem.self) { try read(text) }
    #expect(problem?.line == line && problem?.what.contains(what) == true, "\(String(describing: problem))")
  }
}
