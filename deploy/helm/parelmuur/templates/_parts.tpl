{{- define "parelmuur.name" -}}
{{- if contains "parelmuur" .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-parelmuur{{ end }}
{{- end }}

{{- define "parelmuur.selector" -}}
app.kubernetes.io/name: parelmuur
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "parelmuur.labels" -}}
{{ include "parelmuur.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "parelmuur.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- /* For a pod: not root, whatever the image says. The group may write in the volumes. */ -}}
{{- define "parelmuur.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1654
runAsGroup: 1654
fsGroup: 1654
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "parelmuur.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "parelmuur.environment" -}}
- name: SecretsFolder
  value: /run/secrets/parelmuur
{{- range $name, $value := .Values.settings }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "parelmuur.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}
