import Foundation
import Reports
import Testing

/// Every kind of report, as a person sees it, compared with the file that was looked at and accepted.
@Suite struct GoldenReportsTests {
  static let reports: [(name: String, text: String)] = [
    ("thresholds.txt", Sample.table.text(width: 150)),
    ("thresholds-60.txt", Sample.largeTable.text(width: 60)),
    ("thresholds-100.txt", Sample.largeTable.text(width: 100)),
    ("thresholds-140.txt", Sample.largeTable.text(width: 140)),
    ("thresholds-ascii.txt", Sample.largeTable.text(width: 140, style: .ascii)),
    ("thresholds-colour.txt", Sample.table.text(width: 150, style: .colour)),
    ("thresholds-hostile.txt", Sample.hostileTable.text(width: 100)),
    ("thresholds.md", Sample.largeTable.markdown(title: "Generalization, profile standard")),
    ("thresholds-hostile.md", Sample.hostileTable.markdown(title: Sample.hostileName)),
    ("histogram.txt", Sample.histogram.text(width: 80)),
    ("histogram-ascii.txt", Sample.histogram.text(width: 60, style: .ascii)),
    ("histogram.svg", Sample.histogram.svg(title: "Loss of each example")),
    ("heat-map.txt", Sample.heatMap.text(width: 80)),
    ("heat-map-40.txt", Sample.heatMap.text(width: 40)),
    ("heat-map.svg", Sample.heatMap.svg(title: "True distance and predicted distance")),
    ("line-chart.txt", Sample.chart.text(width: 80)),
    ("line-chart.svg", Sample.chart.svg(title: "Loss by path length")),
    ("area-chart.svg", Sample.areaChart.svg(title: "How many weights help")),
    ("bar-chart.svg", Sample.barChart.svg(title: "Change of the loss by layer")),
    ("signed-histogram.svg", Sample.signedHistogram.svg(title: "Entries of the allocation")),
    ("raster.svg", Sample.raster.svg(title: "Peaks of learning by layer")),
    ("signed-heat-map.svg", Sample.signedHeatMap.svg(title: "Change of the loss by layer and set")),
    ("page.html", Sample.report.page()),
    ("document.md", Sample.document),
    ("graph.svg", Drawing.graph(Sample.graph).svg(title: "Distance from 1 to 5")),
    ("graph.txt", Drawing.graph(Sample.graph).text()),
    ("maze.svg", Drawing.maze(Sample.maze).svg(title: "The way through")),
    ("maze.txt", Drawing.maze(Sample.maze).text()),
    ("maze-ascii.txt", Drawing.maze(Sample.maze).text(style: .ascii)),
    ("permutation.svg", Drawing.permutation(Sample.permutation).svg(title: "Where 1 goes in 4 steps")),
    ("permutation.txt", Drawing.permutation(Sample.permutation).text()),
    ("junit.xml", Sample.run.junit),
    ("junit-hostile.xml", Sample.hostileRun.junit),
    ("annotations.txt", Sample.run.annotations.map { $0.text + "\n" }.joined()),
    ("annotations-hostile.txt", Sample.hostileRun.annotations.map { $0.text + "\n" }.joined()),
    ("comparison.txt", Sample.comparison.text(width: 120)),
    ("comparison-60.txt", Sample.comparison.text(width: 60)),
    ("comparison-ascii.txt", Sample.comparison.text(width: 100, style: .ascii)),
    ("comparison-colour.txt", Sample.comparison.text(width: 120, style: .colour)),
    ("comparison.md", Sample.comparison.markdown(title: "Generalization compared")),
  ]

  @Test(arguments: reports.map(\.name)) func aReportLooksAsItWasAccepted(_ name: String) throws {
    let report = try #require(Self.reports.first { $0.name == name })
    let complaint = try Golden(name: name).complaint(about: report.text)
    #expect(complaint == nil)
  }

  @Test func noGoldenReportIsOrphaned() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: Golden.folder.path)
    let orphans = Set(kept).subtracting(Self.reports.map(\.name)).sorted()
    #expect(orphans.isEmpty, "delete these from fixtures/reports, or add them to the list of reports")
  }
}
