import Golden
import Storage
import Training

/// `fixtures/learning/golden-runs.json`: the bits that the small trainings of `GoldenRun` end with.
package enum GoldenRunsFixture {
  package static func render(_ lab: Lab) async throws -> String {
    var fingerprints: [String: JSONValue] = [:]
    for plan in GoldenRun.plans {
      fingerprints[plan.id] = .string(try await lab.run(plan, replicate: 0).fingerprint)
    }
    return JSONValue.object([
      "provenance": "Run.fingerprint of GoldenRun.plans: weights, losses and answers, on any machine",
      "fingerprints": .object(fingerprints),
    ]).text
  }
}
