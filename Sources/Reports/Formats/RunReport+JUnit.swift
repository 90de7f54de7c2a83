extension RunReport {
  /// For a CI server: a suite a claim, with a case for the verdict and one for each slice. Slices are not judged, so
  /// theirs always pass and only say what was measured.
  ///
  /// Valid against what Jenkins and Maven Surefire both accept (`tools/junit.xsd`), hence properties stand at the suite; and
  /// with the place of its test, as GitLab and annotating actions read it.
  package var junit: String {
    let failures = claims.count { $0.row.mark.isFailing }
    let tests = claims.reduce(0) { $0 + 1 + $1.slices.count }
    let attributes: [(String, String)] = [
      ("name", "generalization-bench \(provenance.profile)"), ("tests", "\(tests)"), ("failures", "\(failures)"),
      ("errors", "0"), ("time", Self.time(seconds ?? 0)),
    ]
    var document = XMLText()
    document.open("testsuites", attributes)
    for claim in claims { write(claim, to: &document) }
    document.close("testsuites")
    return document.text
  }

  private func write(_ claim: ClaimReport, to document: inout XMLText) {
    let row = claim.row
    let seconds = Self.time(trainingSeconds(of: claim))
    let attributes: [(String, String)] = [
      ("name", "\(row.experiment) \(row.subject)"), ("tests", "\(1 + claim.slices.count)"),
      ("failures", row.mark.isFailing ? "1" : "0"), ("errors", "0"), ("skipped", "0"), ("time", seconds),
    ]
    document.open("testsuite", attributes)
    document.open("properties")
    for (name, value) in properties(of: claim) { document.element("property", [("name", name), ("value", value)]) }
    document.close("properties")

    let name = row.experiment.split(separator: "/").joined(separator: ".")
    let place = claim.place.map { [("file", $0.file), ("line", "\($0.line)")] } ?? []
    document.open("testcase", [("classname", name), ("name", row.subject), ("time", seconds)] + place)
    let lines = row.text(width: 400)
    if row.mark.isFailing {
      let first = lines.split(separator: "\n").first.map(String.init) ?? ""
      document.element("failure", [("message", first), ("type", row.mark.rawValue)], lines)
    } else {
      document.element("system-out", [], lines)
    }
    document.close("testcase")
    for slice in claim.slices {
      let attributes = [("classname", name), ("name", "\(row.subject): \(slice.name)"), ("time", "0.000")]
      document.open("testcase", attributes + place)
      document.element("system-out", [], "\(row.metric) \(slice.text(as: row.scale))")
      document.close("testcase")
    }
    document.close("testsuite")
  }

  private func properties(of claim: ClaimReport) -> [(String, String)] {
    let row = claim.row
    var properties = [
      ("profile", provenance.profile), ("source", provenance.sourceHash), ("toolchain", provenance.toolchain),
      ("mark", row.mark.rawValue), ("requirement", row.requirement.text(as: row.scale)), ("rerun", row.rerun),
    ]
    if let changes = provenance.changes { properties.append(("changes", changes)) }
    if let baseline = row.baseline { properties.append(("baseline", NumberText.significant(baseline, digits: 6))) }
    for score in claim.scores {
      properties.append(("score.\(score.seed)", NumberText.significant(score.score, digits: 6)))
    }
    for run in facts(of: row.experiment)?.fingerprints ?? [] {
      properties.append(("fingerprint.\(run.seed)", run.fingerprint))
    }
    return properties
  }

  /// An experiment's training time in even parts for its claims: they are judged by the same runs.
  private func trainingSeconds(of claim: ClaimReport) -> Double {
    guard let facts = facts(of: claim.row.experiment), let seconds = facts.seconds else { return 0 }
    let sharing = claims.count { $0.row.experiment == claim.row.experiment }
    return seconds * Double(facts.fingerprints.count) / Double(sharing)
  }

  /// Seconds with three places, as Surefire asks for; what is no time is 0.
  private static func time(_ seconds: Double) -> String {
    NumberText.fixed(seconds.isFinite && seconds > 0 && seconds < 1e12 ? seconds : 0, decimals: 3)
  }
}

extension SliceReport {
  /// `0.310 [0.201, 0.419] (5 seeds, 1,250 examples)`
  package func text(as scale: Scale) -> String {
    let texts = estimate.texts(as: scale)
    let counts = "(\(NumberText.plural(estimate.seeds, "seed")), \(NumberText.plural(count, "example")))"
    return [texts.mean, texts.interval, counts].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
