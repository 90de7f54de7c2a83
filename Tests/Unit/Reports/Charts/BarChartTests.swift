import Testing

@testable import Reports

@Suite struct BarChartTests {
  /// Rectangles that are bars: those that say what they are.
  private func bars(_ drawn: DrawnChart) -> [ParsedPage.Element] { drawn.page.all("rect").filter { !$0.text.isEmpty } }

  @Test func barsStandOnTheirSideOfZero() throws {
    let chart = BarChart(
      categories: ["blocks.1.feedForward", "head"],
      series: [
        .init("train", [.init(-2), .init(1e-7)]), .init("test", [.init(0), .init(4, interval: Interval(3, 5))]),
      ],
      valueLabel: "loss")
    let drawn = try DrawnChart(chart.svg(title: "t"))
    let bars = bars(drawn)
    #expect(
      bars.map(\.text) == [
        "blocks.1.feedForward, train: -2.00", "head, train: 1.00e-7", "head, test: 4.00 [3.00, 5.00]",
      ])
    #expect(bars.map { $0.attributes["class"] } == ["gb-bar", "gb-odd", "gb-odd"])
    func number(_ bar: ParsedPage.Element, _ name: String) -> Int { bar.attributes[name].flatMap { Int($0) } ?? -1 }
    let zero = number(bars[1], "x")
    #expect(number(bars[0], "x") + number(bars[0], "width") == zero)
    #expect(number(bars[2], "x") == zero)
    #expect(abs(number(bars[2], "width") - 2 * number(bars[0], "width")) <= 1)
    #expect(number(bars[1], "width") == 1)
    // A row of 18 for each series, and 8 between categories.
    #expect(number(bars[1], "y") - number(bars[0], "y") == 44)
    #expect(number(bars[2], "y") - number(bars[1], "y") == 18)
    #expect(
      drawn.all("text", look: "gb-soft").map(\.text).filter { $0.hasSuffix(".00") } == [
        "-2.00", "0.00", "0.00", "4.00",
      ])
    #expect(drawn.all("path", look: "gb-frame").map { DrawnChart.path($0).count } == [6])
    #expect(drawn.all("text", look: "gb-strong").map(\.text) == ["blocks.1.feedForward", "head"])
    #expect(drawn.all("text", look: "gb-soft").filter { $0.text == "train" || $0.text == "test" }.count == 4)
  }

  @Test func theOnlySeriesIsNotNamed() throws {
    let chart = BarChart(categories: ["a"], series: [.init("train", [.init(1)])], valueLabel: "loss")
    let drawn = try DrawnChart(chart.svg(title: "t"))
    #expect(!drawn.texts.contains { $0.text == "train" })
    #expect(drawn.all("text", look: "gb-strong").map(\.text) == ["a"])
  }

  @Test func theAxisHoldsZeroAndEveryInterval() {
    let axis = BarChart(
      categories: ["a"], series: [.init("s", [.init(-7, interval: Interval(-11, -6))])], valueLabel: "loss"
    ).axis
    #expect(axis.lower <= -11 && axis.upper == 0)
  }

  @Test func theSummaryTellsTheEnds() {
    #expect(
      Sample.barChart.summary
        == "change of the loss from -0.0401 (blocks.1.attention, train) to 0.0261 (head, longer paths)")
  }

  @Test func whatHasNoLengthIsACallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = BarChart(categories: ["a"], series: [.init("s", [.init(.nan)])], valueLabel: "loss")
    }
    await #expect(processExitsWith: .failure) {
      _ = BarChart(categories: ["a"], series: [.init("s", [.init(0, interval: Interval(.nan, 1))])], valueLabel: "l")
    }
    await #expect(processExitsWith: .failure) {
      _ = BarChart(categories: ["a"], series: [.init("s", [.init(0, interval: Interval(2, 1))])], valueLabel: "l")
    }
    await #expect(processExitsWith: .failure) {
      _ = BarChart(categories: ["a", "b"], series: [.init("s", [.init(0)])], valueLabel: "loss")
    }
  }
}
