import Testing

@testable import Reports

@Suite struct AreaChartTests {
  @Test func bandsLieOnOneAnother() throws {
    let chart = AreaChart(
      xLabel: "step", x: [0, 10],
      bands: [.init("a", .help, [0.5, 0.25]), .init("b", .zero, [0, 0.25]), .init("c", .hurt, [0.5, 0.5])])
    let drawn = try DrawnChart(chart.svg(title: "t"))
    let areas = [Tone.help, .zero, .hurt].map { drawn.all("path", look: $0.look).map(DrawnChart.path) }
    #expect(areas.allSatisfy { $0.count == 1 && $0[0].count == 4 })
    // 240 units high, from 112 (100 %) to 352.
    #expect(areas.map { $0[0].map(\.y) } == [[232, 292, 352, 352], [232, 232, 292, 232], [112, 112, 232, 232]])
    #expect(areas.map { $0[0].map(\.x) } == Array(repeating: [56, 696, 696, 56], count: 3))
  }

  @Test func aLongSeriesIsBroughtDownToMeans() throws {
    let windowed = Sample.areaChart.windowed
    #expect(windowed.x.count == 120)
    #expect(windowed.x.prefix(2) == [15, 35])
    #expect(windowed.curve?.values.first == 1.5)
    #expect(windowed.bands[0].shares.last.map { abs($0 - (0.5 + 0.1 / 240 + 0.1 / 239)) < 1e-12 } == true)
    let drawn = try DrawnChart(Sample.areaChart.svg(title: "t"))
    #expect(drawn.all("path", look: "gb-frame").map { DrawnChart.path($0).count } == [120])
    #expect(Sample.areaChart.summary.hasSuffix("; loss (log) at the right; 240 values in 120 means"))
  }

  @Test func anUnevenRestIsInTheWindowsToo() {
    let places = (0..<301).map(Double.init)
    let chart = AreaChart(xLabel: "step", x: places, bands: [], curve: .init("c", places)).windowed
    #expect(chart.x.count == 120)
    #expect(chart.x == chart.curve?.values)
    #expect(chart.x.first == 0.5)
    #expect(chart.x.last == 299)
  }

  @Test func aShortSeriesStaysAsItIs() {
    let chart = AreaChart(xLabel: "step", x: (0..<120).map(Double.init), bands: [])
    #expect(chart.windowed == chart)
  }

  @Test func zeroLeavesAGapOnALogarithmicAxis() throws {
    let chart = AreaChart(
      xLabel: "step", x: [1, 2, 3, 4, 5, 6], bands: [], curve: .init("loss", [1, 0.1, 0, 0.01, 0, 0.1], scale: .log))
    #expect(chart.summary == "No shares over step; loss (log) at the right; 2 points off the axis")
    let drawn = try DrawnChart(chart.svg(title: "t"))
    #expect(drawn.all("path", look: "gb-frame").map { DrawnChart.path($0).count } == [2])
    #expect(drawn.page.all("circle").map(\.text) == ["loss: 0.0100", "loss: 0.100"])
  }

  @Test func whatIsNoWholeIsACallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = AreaChart(xLabel: "x", x: [0], bands: [.init("a", .help, [.nan])])
    }
    await #expect(processExitsWith: .failure) {
      _ = AreaChart(xLabel: "x", x: [0], bands: [.init("a", .help, [0.5]), .init("b", .hurt, [0.4])])
    }
    await #expect(processExitsWith: .failure) {
      _ = AreaChart(xLabel: "x", x: [0, 0], bands: [.init("a", .help, [1, 1])])
    }
    await #expect(processExitsWith: .failure) {
      _ = AreaChart(xLabel: "x", x: [0, 1], bands: [.init("a", .help, [1])])
    }
    await #expect(processExitsWith: .failure) {
      _ = AreaChart(xLabel: "x", x: [0], bands: [], curve: .init("c", [.infinity]))
    }
  }
}
