import Testing

@testable import Reports

/// What holds of every chart that is drawn, in a file and in a page.
@Suite struct ChartDrawingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// In a file, then in a page.
    var texts: [String]
    var summary: String
    var names: [String]
  }

  private static func area(_ what: String, _ chart: AreaChart) -> Case {
    Case(
      testDescription: "area, \(what)", texts: [chart.svg(title: "t"), chart.figure(title: "t").embedded(id: "c")],
      summary: chart.summary, names: chart.bands.map(\.name) + [chart.xLabel])
  }

  private static func bar(_ what: String, _ chart: BarChart) -> Case {
    Case(
      testDescription: "bar, \(what)", texts: [chart.svg(title: "t"), chart.figure(title: "t").embedded(id: "c")],
      summary: chart.summary, names: chart.categories + [chart.valueLabel])
  }

  private static func signs(_ what: String, _ chart: SignedHistogram) -> Case {
    Case(
      testDescription: "signs, \(what)", texts: [chart.svg(title: "t"), chart.figure(title: "t").embedded(id: "c")],
      summary: chart.summary, names: [])
  }

  private static func raster(_ what: String, _ chart: Raster) -> Case {
    Case(
      testDescription: "raster, \(what)", texts: [chart.svg(title: "t"), chart.figure(title: "t").embedded(id: "c")],
      summary: chart.summary, names: chart.rows.map(\.name) + [chart.xLabel])
  }

  private static func map(_ what: String, _ chart: SignedHeatMap) -> Case {
    Case(
      testDescription: "map, \(what)", texts: [chart.svg(title: "t"), chart.figure(title: "t").embedded(id: "c")],
      summary: chart.summary, names: chart.rows + [chart.rowTitle])
  }

  static let odd = Sample.hostileName
  static let none = Array(repeating: 0, count: 14)

  static let cases: [Case] = [
    area("sample", Sample.areaChart), area("empty", AreaChart(xLabel: "step", x: [], bands: [])),
    area("empty bands", AreaChart(xLabel: "step", x: [], bands: [.init("a", .help, [])], curve: .init("c", []))),
    area(
      "one place",
      AreaChart(xLabel: odd, x: [0], bands: [.init(odd, .hurt, [1])], curve: .init(odd, [0.3], scale: .log))),
    area(
      "zeros off the axis",
      AreaChart(
        xLabel: "step", x: [1, 2, 3], bands: [.init("a", .zero, [1, 1, 1]), .init("b", .help, [0, 0, 0])],
        curve: .init("c", [0, 1e-3, 0], scale: .log))),
    area("curve only", AreaChart(xLabel: "step", x: [1, 2], bands: [], curve: .init("c", [0, 0]))),
    bar("sample", Sample.barChart), bar("empty", BarChart(categories: [], series: [], valueLabel: "loss")),
    bar("no series", BarChart(categories: ["a"], series: [], valueLabel: "loss")),
    bar("zeros", BarChart(categories: ["a", "b"], series: [.init("s", [.init(0), .init(0)])], valueLabel: "loss")),
    bar(
      "one",
      BarChart(
        categories: [odd], series: [.init(odd, [.init(1e-9, interval: Interval(-7e3, 7e3))])], valueLabel: odd)),
    bar(
      "one name",
      BarChart(categories: ["a"], series: [.init("s", [.init(-2)]), .init("s", [.init(-3)])], valueLabel: "l")),
    signs("sample", Sample.signedHistogram), signs("empty", SignedHistogram(exponents: -12...0)),
    signs("zeros", SignedHistogram(exponents: -12...0, negative: none, zero: 7, positive: none)),
    signs("many decades", SignedHistogram(exponents: -120...3)),
    signs(
      "one decade", SignedHistogram(exponents: -1...0, negative: [0, 1, 0], zero: 0, positive: [2, 0, 10_000_000])),
    raster("sample", Sample.raster), raster("empty", Raster(rows: [], steps: 0...0, xLabel: "step")),
    raster("no peaks", Raster(rows: [.init("a", peaks: [])], steps: 0...9, xLabel: "step")),
    raster("one step", Raster(rows: [.init(odd, peaks: [5])], steps: 5...5, xLabel: odd)),
    raster("dense", Raster(rows: [.init("a", peaks: Array(0...9999))], steps: 0...9999, xLabel: "step")),
    map("sample", Sample.signedHeatMap), map("square", Sample.squareHeatMap),
    map(
      "key",
      SignedHeatMap(
        rowTitle: "r", rows: ["a"], columnTitle: "c", columns: Sample.layers, values: [Sample.layers.map { _ in -1 }])),
    map("empty", SignedHeatMap(rowTitle: "r", rows: [], columnTitle: "c", columns: [], values: [])),
    map("no columns", SignedHeatMap(rowTitle: "r", rows: ["a"], columnTitle: "c", columns: [], values: [[]])),
    map("zeros", SignedHeatMap(rowTitle: "r", rows: ["a"], columnTitle: "c", columns: ["b", "d"], values: [[0, 0]])),
    map("one", SignedHeatMap(rowTitle: odd, rows: [odd], columnTitle: odd, columns: [odd], values: [[-1e-300]])),
  ]

  @Test(arguments: cases) func aChartIsWellFormedDescribedAndInsideOfItsViewBox(_ chart: Case) throws {
    for text in chart.texts {
      let drawn = try DrawnChart(text)
      #expect(drawn.outside == [])
      #expect(drawn.page.all("title").first?.text == "t")
      #expect(drawn.page.all("desc").map(\.text) == [Escape.line(chart.summary)])
      #expect(!chart.summary.isEmpty)
      #expect(drawn.page.all("script", "image", "a").isEmpty)
      for name in chart.names { #expect(drawn.texts.contains { $0.text.contains(SVG.label(name)) }) }
    }
  }

  /// Rules for every class that is used: one that is missing would be drawn in black, also on black.
  @Test(arguments: cases) func everyLookHasARule(_ chart: Case) throws {
    for element in try DrawnChart(chart.texts[0]).page.elements where element.name != "svg" {
      for look in (element.attributes["class"] ?? "").split(separator: " ") where look != "gb-text" {
        #expect(SVG.styleSheet.contains(".\(look){"))
      }
      #expect(element.attributes["class"] != "gb-text" || element.name == "text")
    }
  }

  @Test func tonesAreToldApart() {
    #expect([-0.1, 0, -0.0, 1e-300].map { Tone(of: $0) } == [.help, .zero, .zero, .hurt])
    #expect(Set(Tone.allCases.map(\.look)).count == 3)
  }

  @Test func aLegendStartsARowWhereItIsFull() {
    let entries = ["help", "zero", "hurt"].map { Legend.Entry(name: $0, look: "gb-bar") }
    #expect(Legend([], width: 100).height == 0)
    #expect(Legend(entries, width: 3 * 52 + 2 * 12).height == 20)
    #expect(Legend(entries, width: 3 * 52 + 2 * 12 - 1).height == 40)
    #expect(Legend(entries, width: 1).height == 60)
  }
}
