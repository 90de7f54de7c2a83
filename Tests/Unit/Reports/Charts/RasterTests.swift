import Testing

@testable import Reports

@Suite struct RasterTests {
  static let raster = Raster(
    rows: [
      .init("a", peaks: [0, 40, 100]), .init("b", peaks: [40]), .init("c", peaks: []), .init("d", peaks: [40, 41]),
    ],
    steps: 0...100, xLabel: "step")

  @Test func peaksOfOneStepAreCounted() {
    #expect(
      Self.raster.together == [(0, 1), (40, 3), (41, 1), (100, 1)].map { Raster.Count(step: $0.0, rows: $0.1) })
    #expect(Self.raster.summary == "6 peaks of 4 rows over step; at most 3 rows at once, first at 40")
  }

  @Test func everyRowHasATickWhereItHasAPeak() throws {
    let drawn = try DrawnChart(Self.raster.svg(title: "t"))
    let rows = drawn.all("path", look: "gb-wall").map(DrawnChart.path)
    #expect(rows.map { $0.count / 2 } == [3, 1, 2])
    #expect(rows[0][2].x == rows[1][0].x)
    let left = rows[0][0].x
    let room = rows[0][4].x - left
    #expect(abs(rows[1][0].x - left - room * 40 / 100) <= 1)
    let strip = try #require(drawn.all("path", look: "gb-line gb-line0").map(DrawnChart.path).first)
    let heights = stride(from: 0, to: strip.count, by: 2).map { strip[$0].y - strip[$0 + 1].y }
    // 48 units for all four rows.
    #expect(heights == [12, 36, 12, 12])
    #expect(strip[2].x == rows[1][0].x)
  }

  @Test func ticksOfOnePlaceAreDrawnOnce() throws {
    let raster = Raster(rows: [.init("a", peaks: Array(0...9999))], steps: 0...9999, xLabel: "step")
    let drawn = try DrawnChart(raster.svg(title: "t"))
    let ticks = drawn.all("path", look: "gb-wall").flatMap(DrawnChart.path).map(\.x)
    #expect(ticks.count / 2 == Set(ticks).count)
  }

  @Test func aPeakOutsideOrOutOfOrderIsACallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = Raster(rows: [.init("a", peaks: [11])], steps: 0...10, xLabel: "step")
    }
    await #expect(processExitsWith: .failure) {
      _ = Raster(rows: [.init("a", peaks: [3, 3])], steps: 0...10, xLabel: "step")
    }
  }
}
