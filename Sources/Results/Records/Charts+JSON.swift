import Reports
import Storage

extension Edges: JSONCoded {
  var json: JSONValue { .array(values.map { .number($0) }) }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    var values: [Double] = []
    for element in try reader.elements() { values.append(try element.number()) }
    guard values.count >= 2, zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw reader.problem("expected at least two rising edges")
    }
    self.init(values)
  }
}

extension Histogram: JSONCoded {
  var json: JSONValue {
    guard case .object(var members) = countsJSON else { preconditionFailure("the counts of a histogram are an object") }
    members["edges"] = edges.json
    return .object(members)
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("counts", "edges", "notANumber", "overflow", "underflow")
    try self.init(members, edges: try members["edges"]!.read())
  }

  /// Without its edges: the rows of a map share theirs.
  fileprivate var countsJSON: JSONValue {
    [
      "counts": .integers(counts), "notANumber": .integer(notANumber), "overflow": .integer(overflow),
      "underflow": .integer(underflow),
    ]
  }

  fileprivate init(_ members: [String: FixtureReader], edges: Edges) throws(FixtureProblem) {
    let counts = try members["counts"]!.counts()
    guard counts.count == edges.binCount else {
      throw members["counts"]!.problem("expected \(edges.binCount) counts, found \(counts.count)")
    }
    self.init(
      edges: edges, counts: counts, underflow: try members["underflow"]!.count(),
      overflow: try members["overflow"]!.count(),
      notANumber: try members["notANumber"]!.count())
  }
}

extension HeatMap: JSONCoded {
  var json: JSONValue {
    [
      "edges": predictions.json, "firstValue": .integer(trueValues.lowerBound), "outside": .integer(outside),
      "rows": .array(rows.map(\.countsJSON)),
    ]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("edges", "firstValue", "outside", "rows")
    let edges: Edges = try members["edges"]!.read()
    var rows: [Histogram] = []
    for row in try members["rows"]!.elements() {
      rows.append(try Histogram(try row.members("counts", "notANumber", "overflow", "underflow"), edges: edges))
    }
    let first = try members["firstValue"]!.integer()
    guard !rows.isEmpty, !first.addingReportingOverflow(rows.count).overflow else {
      throw members["rows"]!.problem("expected at least one row, whose value is a number")
    }
    self.init(firstValue: first, rows: rows, outside: try members["outside"]!.count())
  }
}

extension LineChart.Point: JSONCoded {
  var json: JSONValue { ["interval": .optional(interval), "x": .number(x), "y": .number(y)] }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("interval", "x", "y")
    self.init(
      x: try members["x"]!.anyNumber(), y: try members["y"]!.anyNumber(),
      interval: try members["interval"]!.optional())
  }
}

extension LineChart.Series: JSONCoded {
  var json: JSONValue { ["name": .string(name), "points": .list(points)] }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("name", "points")
    self.init(try members["name"]!.string(), try members["points"]!.list())
  }
}

extension LineChart: JSONCoded {
  private static let scales: [(name: String, scale: Scale)] = [("linear", .linear), ("log", .log)]

  var json: JSONValue {
    func name(_ scale: Scale) -> JSONValue { .string(scale == .log ? "log" : "linear") }
    return [
      "series": .list(series), "xLabel": .string(xLabel), "xScale": name(xScale), "yLabel": .string(yLabel),
      "yScale": name(yScale),
    ]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    func scale(_ reader: FixtureReader) throws(FixtureProblem) -> Scale {
      let name = try reader.string()
      guard let found = Self.scales.first(where: { $0.name == name }) else {
        throw reader.problem("\"\(name)\" is none of linear, log")
      }
      return found.scale
    }
    let members = try reader.members("series", "xLabel", "xScale", "yLabel", "yScale")
    self.init(
      series: try members["series"]!.list(), xLabel: try members["xLabel"]!.string(),
      yLabel: try members["yLabel"]!.string(), xScale: try scale(members["xScale"]!),
      yScale: try scale(members["yScale"]!))
  }
}
