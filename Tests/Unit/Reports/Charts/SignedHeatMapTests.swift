import Testing

@testable import Reports

@Suite struct SignedHeatMapTests {
  @Test func cellsAreShadedByTheLargestMagnitude() throws {
    let map = SignedHeatMap(
      rowTitle: "layer", rows: ["a", "b"], columnTitle: "set", columns: ["x", "y", "z"],
      values: [[-4, 0, 1.8], [0.0001, -0.72, 3.7]])
    #expect(map.values.joined().map(map.opacity) == [100, 0, 34, 8, 18, 100])
    let drawn = try DrawnChart(map.svg(title: "t"))
    let cells = drawn.page.all("rect").filter { !$0.text.isEmpty }
    #expect(cells.map { $0.attributes["class"] } == ["gb-bar", "gb-odd", "gb-odd", "gb-bar", "gb-odd"])
    #expect(cells.map { $0.attributes["fill-opacity"] } == [nil, "34%", "8%", "18%", nil])
    #expect(cells[2].text == "b, x: 0.000100")
    #expect(drawn.all("text", look: "gb-onbar").map(\.text) == ["-4.0", "3.7"])
    #expect(drawn.all("text", look: "gb-text").map(\.text).suffix(3) == ["1.8", "0.00010", "-0.72"])
    #expect(drawn.all("text", look: "gb-soft").map(\.text).last == "0")
    #expect(drawn.texts.map(\.text).filter { ["x", "y", "z"].contains($0) } == ["x", "y", "z"])
  }

  @Test func wideColumnsHaveNumbersInPlaceOfNames() throws {
    #expect(Sample.squareHeatMap.rowLabels.first == "1 embedding")
    #expect(Sample.squareHeatMap.key.isEmpty)
    #expect(!Sample.signedHeatMap.hasNumberedColumns && Sample.signedHeatMap.cellWidth == 8 * "longer paths".count)
    let map = SignedHeatMap(rowTitle: "r", rows: [], columnTitle: "c", columns: Sample.layers, values: [])
    #expect(map.key == Sample.layers.enumerated().map { "\($0 + 1) \($1)" })
    let texts = try DrawnChart(Sample.squareHeatMap.svg(title: "t")).texts.map(\.text)
    for number in 1...6 { #expect(texts.contains("\(number)")) }
  }

  @Test func theSummaryTellsTheEnds() {
    #expect(
      Sample.signedHeatMap.summary
        == "layer by set: from -0.0401 (blocks.1.attention, train) to 0.0261 (head, longer paths)")
  }

  @Test func whatIsNoMatrixIsACallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = SignedHeatMap(rowTitle: "r", rows: ["a"], columnTitle: "c", columns: ["b"], values: [[.nan]])
    }
    await #expect(processExitsWith: .failure) {
      _ = SignedHeatMap(rowTitle: "r", rows: ["a"], columnTitle: "c", columns: ["b"], values: [[1, 2]])
    }
    await #expect(processExitsWith: .failure) {
      _ = SignedHeatMap(rowTitle: "r", rows: ["a"], columnTitle: "c", columns: ["b"], values: [])
    }
  }
}
