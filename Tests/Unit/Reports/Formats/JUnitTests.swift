import Foundation
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitTests {
  /// Element names with attributes, in document order, and all text.
  private final class Elements: NSObject, XMLParserDelegate {
    var found: [(name: String, attributes: [String: String])] = []
    var text = ""

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) {
      found.append((name, attributes))
    }

    func parser(_: XMLParser, foundCharacters string: String) { text += string }
  }

  private func elements(_ xml: String) throws -> Elements {
    let parser = XMLParser(data: Data(xml.utf8))
    let elements = Elements()
    parser.delegate = elements
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return elements
  }

  @Test func thereIsACaseForEveryClaimAndSlice() throws {
    let elements = try elements(Sample.run.junit)
    let cases = elements.found.filter { $0.name == "testcase" }
    #expect(
      cases.compactMap { $0.attributes["name"] } == [
        "small-target n=8...15", "small-target n=8...15: n=8", "small-target n=8...15: n=15", "length 1...8",
        "order 12",
      ])
    #expect(cases.allSatisfy { !($0.attributes["classname"] ?? "").contains("/") })
    let top = elements.found[0]
    #expect(top.name == "testsuites" && top.attributes["tests"] == "5" && top.attributes["failures"] == "1")
    #expect(top.attributes["time"] == "212.000")
  }

  /// From the root of the package, as GitLab and annotating actions want it.
  @Test func aCaseSaysWhereItsTestStands() throws {
    let cases = try elements(Sample.run.junit).found.filter { $0.name == "testcase" }.map(\.attributes)
    #expect(cases[0]["file"] == "Tests/Generalization/ShortestPathsTests.swift" && cases[0]["line"] == "7")
    #expect(cases[1]["file"] == cases[0]["file"] && cases[1]["line"] == "7")
    #expect(cases.contains { $0["file"] == nil && $0["line"] == nil })
  }

  @Test func theFailureBeginsWithTheClaimsLine() throws {
    let failures = try elements(Sample.run.junit).found.filter { $0.name == "failure" }
    #expect(failures.count == 1)
    let message = try #require(failures[0].attributes["message"])
    #expect(message.hasPrefix("x graphs/on-path  small-target n=8...15   squared error 0.141 [0.118, 0.166] (5 seeds)"))
    #expect(message.contains("required <= 0.120") && message.contains("baseline 0.102"))
  }

  @Test func fingerprintsAndBaselineAreProperties() throws {
    let properties = try elements(Sample.run.junit).found.filter { $0.name == "property" }.map(\.attributes)
    #expect(properties.contains(["name": "fingerprint.4", "value": "a4f0"]))
    #expect(properties.contains(["name": "baseline", "value": "0.102000"]))
  }

  @Test func timesOfClaimsAddUpToTheTrainingOfTheirExperiments() throws {
    let suites = try elements(Sample.run.junit).found.filter { $0.name == "testsuite" }
    let times = suites.compactMap { $0.attributes["time"].flatMap(Double.init) }
    #expect(times == [62.5, 62.5, 62.5])
  }

  @Test func hostileNamesStayInTheirPlaces() throws {
    let xml = Sample.hostileRun.junit
    let elements = try elements(xml)
    #expect(elements.found.count { $0.name == "testcase" } == 2)
    #expect(elements.found.allSatisfy { !["b", "script"].contains($0.name) })
    #expect(elements.found[0].attributes["name"]?.contains("<b>&\\u{1b}[31m") == true)
    #expect(!xml.contains("]]>") && !xml.unicodeScalars.contains("\u{0}") && !xml.unicodeScalars.contains("\u{FFFE}"))
    #expect(elements.found[0].attributes["time"] == "0.000")
  }

  @Test func aRunOfNothingIsADocumentToo() throws {
    var run = Sample.run
    run.claims = []
    let elements = try elements(run.junit)
    #expect(elements.found.count == 1 && elements.found[0].attributes["tests"] == "0")
  }
}
