import Testing

@testable import Reports

@Suite struct ShareMapTests {
  private static let map = ShareMap(
    columns: ["all", "8"],
    rows: [
      ShareMap.Row(
        "train", [.init("67", share: 0.67, tip: "train, all: 66.6 %"), .init("99", share: 0.991, tip: "t")]),
      ShareMap.Row("dense", [.init("0", share: 0, tip: "none"), nil]),
      ShareMap.Row("<b>", [.init("0.155", share: .nan, tip: "x"), .init("9", share: 0.001, tip: "c", isFramed: true)]),
    ], legend: "Percent of each question's examples.")

  @Test func cellsAreShadedByTheirShares() throws {
    let drawn = try DrawnChart(Self.map.svg(title: "shown & asked"))
    let cells = drawn.page.all("rect").filter { $0.attributes["class"] == "gb-bar" }
    #expect(cells.map { $0.attributes["fill-opacity"] } == ["47%", nil, "8%"])
    #expect(cells[0].text == "train, all: 66.6 %")
    #expect(drawn.all("text", look: "gb-onbar").map(\.text) == ["99"])
    #expect(drawn.all("text", look: "gb-soft").map(\.text).suffix(2) == ["0", "0.155"])
    #expect(drawn.all("text", look: "gb-strong").map(\.text) == ["train", "dense", "<b>"])
    #expect(drawn.all("rect", look: "gb-frame").count == 1 && drawn.outside.isEmpty)
  }

  @Test func whatWasNotAskedIsEmpty() throws {
    let map = ShareMap(columns: ["a"], rows: [ShareMap.Row("r", [nil])], legend: "l")
    #expect(try DrawnChart(map.svg(title: "t")).page.all("rect").count == 1)
    #expect(try DrawnChart(ShareMap(columns: [], rows: [], legend: "").svg(title: "t")).outside.isEmpty)
  }

  @Test func whatIsNoShareIsACallersBug() async {
    await #expect(processExitsWith: .failure) { _ = ShareMap.Cell("1", share: 1.01, tip: "") }
    await #expect(processExitsWith: .failure) {
      _ = ShareMap(columns: ["a", "b"], rows: [ShareMap.Row("r", [nil])], legend: "")
    }
  }
}
