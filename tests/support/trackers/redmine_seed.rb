# Makes an empty Redmine what docs/trackers.md asks for, with the key that the tests know.
Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?
Setting.rest_api_enabled = '1'
Setting.text_formatting = 'textile'
Setting.default_language = 'en'
admin = User.find_by(login: 'admin')
admin.update_column(:must_change_passwd, false)
Token.where(user_id: admin.id, action: 'api').delete_all
Token.create!(user: admin, action: 'api').update_column(:value, ENV.fetch('SEED_KEY'))
feature = Tracker.find_by(name: 'Feature')
trackers = ['Epic', 'User story'].map do |name|
  Tracker.create!(name: name, default_status: feature.default_status).tap { |one| one.copy_workflow_rules(feature) }
end
IssueCustomField.create!(
  name: 'Journey ID', field_format: 'string', is_for_all: true, is_filter: true, trackers: trackers
)
Project.create!(name: 'bare', identifier: 'bare', is_public: true, trackers: [feature], enabled_module_names: ['issue_tracking'])
