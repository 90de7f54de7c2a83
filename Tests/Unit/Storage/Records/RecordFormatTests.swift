import Foundation
import Testing

@testable import Storage

/// Rows for other programs.
@Suite struct RecordFormatTests {
  private let columns = ["name", "of \"it\"", "n"]
  private let values: [JSONValue] = ["a,b", "say \"x\"\r\ny", .null]

  @Test func cellsAreQuotedWhereTheyMustBe() {
    #expect(RecordFormat.csv.head(columns) == "name,\"of \"\"it\"\"\",n\n")
    #expect(RecordFormat.csv.line(columns, values) == "\"a,b\",\"say \"\"x\"\"\r\ny\",\n")
    #expect(RecordFormat.csv.line(["a", "b", "c"], ["plain", 3, 0.5]) == "plain,3,0.5\n")
  }

  @Test func anObjectARowKeepsTheOrderOfItsColumns() throws {
    #expect(RecordFormat.jsonl.head(columns).isEmpty)
    let line = RecordFormat.jsonl.line(columns, values)
    #expect(line == "{\"name\":\"a,b\",\"of \\\"it\\\"\":\"say \\\"x\\\"\\r\\ny\",\"n\":null}\n")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["of \"it\""] as? String == "say \"x\"\r\ny" && object["n"] is NSNull)
  }

  @Test func whatIsNoNumberIsEmpty() {
    for number in [Double.nan, .infinity, -.infinity] { #expect(JSONValue(number: number) == .null) }
    #expect(JSONValue(number: Float.nan) == .null)
    // As short as the 32 bits allow.
    #expect(JSONValue(number: Float(0.1)) == 0.1 && JSONValue(number: Float(0.1)).line == "0.1")
    #expect(RecordFormat.csv.line(["a"], [JSONValue(number: Double.nan)]) == "\n")
  }

  @Test(arguments: [("a.csv", RecordFormat.csv), ("x/b.c.jsonl", .jsonl), (".csv", .csv)])
  func theNameSaysTheFormat(path: String, format: RecordFormat) throws {
    #expect(try RecordFormat(ofFile: path, option: "--rows") == format)
  }

  @Test(arguments: ["", "-", "csv", "a.json", "a.csv/", "a.csv/b", "a.", "a.CSV", "/"])
  func otherNamesAreRefused(path: String) {
    let problem = #expect(throws: SettingProblem.self) { try RecordFormat(ofFile: path, option: "--rows") }
    #expect(problem?.name == "--rows" && problem?.mend.contains(".csv or .jsonl") == true)
  }

  @Test func aRowThatDoesNotFitIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = RecordFormat.csv.line(["a", "b"], [1]) }
  }
}
